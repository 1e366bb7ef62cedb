import type { MediaSource } from '@concertation/shared/contracts';
import type { MediaLink } from './media-link.ts';
import type { PathState } from './recover-path.ts';

/** Lets every promise that may go on go on. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

/** A track that tests may hold. */
export const fakeTrack = (id: string): MediaStreamTrack =>
  ({ id, enabled: true, readyState: 'live', stop: () => undefined }) as unknown as MediaStreamTrack;

/** Transports for unit tests: they carry nothing and remember what was asked of them. */
export class FakeLink implements MediaLink {
  readonly acts: string[] = [];
  readonly name: string;
  pathStates: PathState[] = ['connected', 'connected'];
  isBroken = false;
  closed = false;
  /** Thrown by the next act of that name, or by the next one written so in `acts`. */
  failing = new Map<string, Error>();
  samples: { sent: unknown[]; received: unknown[] } = { sent: [], received: [] };
  #changed: () => void = () => undefined;

  constructor(name = 'link') {
    this.name = name;
  }

  publish: MediaLink['publish'] = async (source, track, { paused, takeOver }) => {
    this.acts.push(`publish ${source}${paused ? ' paused' : ''}${takeOver ? ' takeOver' : ''}`);
    await this.#fail('publish');
    let sent = track;
    return {
      producerId: this.producerOf(source),
      track: () => sent,
      pause: (still) => void this.acts.push(`${still ? 'pause' : 'resume'} ${source}`),
      replaceTrack: async (other) => {
        sent = other;
        this.acts.push(`replace ${source} ${other.id}`);
      },
      limitLayers: async (largest) => void this.acts.push(`limit ${source} ${largest}`),
      close: () => void this.acts.push(`close ${source}`),
    };
  };

  producerOf = (source: MediaSource): string => `${this.name} ${source}`;

  receive: MediaLink['receive'] = async (producerIds) => {
    this.acts.push(`receive ${producerIds.join(', ')}`);
    await this.#fail(`receive ${producerIds.join(', ')}`);
    await this.#fail('receive');
    return producerIds.map((producerId) => ({
      consumerId: `c ${producerId}`,
      producerId,
      track: fakeTrack(producerId),
      close: () => void this.acts.push(`drop ${producerId}`),
    }));
  };

  restart: MediaLink['restart'] = async () => {
    this.acts.push('restart');
    await this.#fail('restart');
  };

  states = (): PathState[] => this.pathStates;
  onState = (listener: () => void): void => {
    this.#changed = listener;
  };
  statistics = async (): Promise<{ sent: unknown[]; received: unknown[] }> => this.samples;
  broken = (): boolean => this.isBroken;
  close = (): void => {
    this.closed = true;
  };

  goes(...states: PathState[]): void {
    this.pathStates = states;
    this.#changed();
  }

  async #fail(act: string): Promise<void> {
    const error = this.failing.get(act);
    this.failing.delete(act);
    if (error) throw error;
  }
}
