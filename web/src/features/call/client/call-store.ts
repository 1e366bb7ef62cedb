import type { ErrorCode, MediaSource } from '@concertation/shared/contracts';
import type { CallNotice, CallState } from '../call-state.ts';

/** What a call is made of while there is none. Devices are not part of it: they outlive a call. */
export const noCall = {
  participantId: null,
  room: null,
  speaker: null,
  chat: [],
  screen: 'off',
  pointers: new Map(),
  quality: null,
  reduced: 'nothing',
} as const satisfies Partial<CallState>;

const idle: CallState = {
  ...noCall,
  meetingId: null,
  phase: 'idle',
  error: null,
  end: null,
  microphone: 'off',
  camera: 'off',
  tracks: new Map(),
  devices: {
    found: { microphone: [], camera: [], speaker: [] },
    chosen: { microphone: null, camera: null, speaker: null },
    problems: {},
  },
  notices: [],
};

/** The state of one call as an external store of React: a new object at each change, told once for all of one turn. */
export class CallStore {
  #state = idle;
  readonly #listeners = new Set<() => void>();
  #telling = false;
  #notices = 0;

  snapshot = (): CallState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Replaces some parts; what keeps its identity is no change. */
  change(parts: Partial<CallState>): void {
    const changed = Object.entries(parts).some(([name, value]) => this.#state[name as keyof CallState] !== value);
    if (!changed) return;
    this.#state = { ...this.#state, ...parts };
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of this.#listeners) listener();
    });
  }

  /** Something to say once. */
  notice(kind: CallNotice['kind'], code?: ErrorCode): void {
    this.#notices += 1;
    const notice: CallNotice = { id: this.#notices, kind, ...(code ? { code } : {}) };
    this.change({ notices: [...this.#state.notices, notice] });
  }

  dismiss(noticeId: number): void {
    const notices = this.#state.notices.filter(({ id }) => id !== noticeId);
    if (notices.length < this.#state.notices.length) this.change({ notices });
  }

  /** Puts somebody's video on the screen, or takes it away. */
  track(participantId: string, source: Exclude<MediaSource, 'microphone'>, track: MediaStreamTrack | null): void {
    const before = this.#state.tracks.get(participantId);
    if ((before?.[source] ?? null) === track) return;
    const { [source]: _replaced, ...others } = before ?? {};
    const videos = track ? { ...others, [source]: track } : others;
    const tracks = new Map(this.#state.tracks);
    if (Object.keys(videos).length > 0) tracks.set(participantId, videos);
    else tracks.delete(participantId);
    this.change({ tracks });
  }
}
