import type { ErrorCode, MediaSource, RoomState } from '@concertation/shared/contracts';
import type { ShownVideo } from '../call-state.ts';
import type { CallStore } from './call-store.ts';
import type { Ask, MediaLink } from './media/media-link.ts';
import { PathWatch } from './media/path-watch.ts';
import { planReception, type Reception } from './media/plan-reception.ts';
import { Publisher } from './media/publisher.ts';
import { Receiver } from './media/receiver.ts';
import type { Ladder } from './quality/ladder.ts';
import { QualityWatch } from './quality/quality-watch.ts';

/** The server refuses more; by default it accepts as many. */
const videosAtOnce = 16;

export type CallMediaNeeds = {
  store: CallStore;
  ask: Ask;
  /** Whether the server can be asked for something now. */
  open: () => boolean;
  loudspeaker: { play: (key: string, track: MediaStreamTrack) => void; stop: (key: string) => void };
  /** What I send was refused, ended or muted by another. */
  refused: (source: MediaSource, code: ErrorCode) => void;
  sourceEnded: (source: MediaSource) => void;
  muted: () => void;
  /** This tab is not seen. */
  hidden: () => boolean;
  /** These transports carry nothing any more, and a new path was asked for in vain. */
  dead: () => void;
};

/** What one seat sends and receives, whatever transports carry it, and what is given up when they carry too little. */
export class CallMedia {
  readonly publisher: Publisher;
  readonly #receiver: Receiver;
  readonly #needs: CallMediaNeeds;
  readonly #paths: PathWatch;
  readonly #quality: QualityWatch;
  #link: MediaLink | null = null;
  #shown: readonly ShownVideo[] = [];

  constructor(needs: CallMediaNeeds) {
    const { ask, store } = needs;
    this.#needs = needs;
    this.publisher = new Publisher({ ask, refused: needs.refused, ended: needs.sourceEnded, muted: needs.muted });
    this.#receiver = new Receiver({
      ask,
      received: (reception, track) => this.#received(reception, track),
      refused: (code) => store.notice('refused', code),
    });
    const link = (): MediaLink | null => (needs.open() ? this.#link : null);
    this.#paths = new PathWatch({ link, rebuild: needs.dead });
    this.#quality = new QualityWatch({
      link,
      judged: (quality) => {
        store.change({ quality });
        // Told again at the next change; what is measured here is shown here all the same.
        ask('reportQuality', { quality }).catch(() => undefined);
      },
      stepped: (ladder) => this.#climb(ladder),
    });
  }

  /** Transports that can be used again as they are, after a loss of the socket alone. */
  get isUsable(): boolean {
    return this.#link !== null && !this.#link.broken();
  }

  /** Replaces the transports: all is sent and received again through the new ones; null: none for now. */
  carry(link: MediaLink | null): void {
    this.#link?.close();
    this.#link = link;
    this.publisher.attach(link);
    this.#receiver.attach(link);
    if (!link) return;
    this.replan();
    link.onState(this.#paths.look);
    this.#paths.start();
    this.#quality.start();
  }

  /** The same transports go on, after a loss of the socket: what was lost on the way is done again. */
  resume(): void {
    const { room, participantId } = this.#needs.store.snapshot();
    this.publisher.resume(room?.participants.find((one) => one.participantId === participantId));
    this.replan();
    // What stopped carrying while nobody could be asked does not wait any longer.
    if (this.#link?.states().some((state) => state === 'disconnected' || state === 'failed')) this.networkChanged();
  }

  /** The room changed: who came, who left, what they send. */
  follow({ participants }: RoomState): void {
    const { participantId } = this.#needs.store.snapshot();
    const me = participants.find((one) => one.participantId === participantId);
    const alive = participants.some(({ sources }) => Object.keys(sources).length > 0);
    if (me) this.publisher.follow(me, alive);
    this.replan();
  }

  /** What the screen shows now, and how large. */
  show(videos: readonly ShownVideo[]): void {
    this.#shown = videos;
    this.replan();
  }

  /** Decides again what to receive: somebody sends something else, the tab was hidden or shown. */
  replan(): void {
    const { room, participantId: me, reduced } = this.#needs.store.snapshot();
    if (!room || !me) return;
    const others = room.participants.filter(({ participantId }) => participantId !== me);
    const living = others.flatMap(({ sources }) => Object.values(sources).map(({ producerId }) => producerId));
    const plan = planReception({
      room,
      me,
      shown: this.#shown,
      hidden: this.#needs.hidden(),
      reduced: reduced === 'no_video',
      limit: videosAtOnce,
    });
    this.#receiver.follow(plan, new Set(living));
  }

  /** Wi-Fi to 4G, or the return of the network. */
  networkChanged(): void {
    this.#paths.networkChanged();
  }

  stop(): void {
    this.#paths.stop();
    this.#quality.stop();
    this.carry(null);
  }

  #received({ participantId, source }: Reception, track: MediaStreamTrack | null): void {
    const { store, loudspeaker } = this.#needs;
    if (source !== 'microphone') return store.track(participantId, source, track);
    if (track) loudspeaker.play(participantId, track);
    else loudspeaker.stop(participantId);
  }

  #climb({ small, reduced }: Ladder): void {
    const { store } = this.#needs;
    this.publisher.climb({ small, noVideo: reduced === 'no_video' });
    if (store.snapshot().reduced === reduced) return;
    store.change({ reduced });
    store.notice(reduced === 'no_video' ? 'video_reduced' : 'video_restored');
    this.replan();
  }
}
