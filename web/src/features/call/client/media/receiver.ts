import type { ErrorCode } from '@concertation/shared/contracts';
import { SignallingRefusal } from '../../../../signalling/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Ask, MediaLink, Reading } from './media-link.ts';
import type { Reception } from './plan-reception.ts';

export type ReceiverNeeds = {
  ask: Ask;
  /** A track of somebody begins or ends. */
  received: (reception: Reception, track: MediaStreamTrack | null) => void;
  refused: (code: ErrorCode) => void;
};

const isRefusal = (error: unknown): error is SignallingRefusal & { code: ErrorCode } =>
  error instanceof SignallingRefusal && error.code !== 'lost';

/** Waits for each, then fails as the first one that failed. */
async function allOf(tasks: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(tasks);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

type Held = { reading: Reading; reception: Reception; tuned: string };

/** Microphones flow from the first packet; a video is born paused. */
const asBorn = (reception: Reception): string => (reception.source === 'microphone' ? '' : 'paused');
const tuningOf = ({ source, flows, spatialLayer }: Reception): string => {
  if (source === 'microphone') return '';
  return flows ? `flows ${spatialLayer ?? 0}` : 'paused';
};

/** Receives what the plan says, in as few requests as possible; what left the plan waits, paused, until its sender ends it. */
export class Receiver {
  readonly #needs: ReceiverNeeds;
  readonly #held = new Map<string, Held>();
  #link: MediaLink | null = null;
  #plan: ReadonlyMap<string, Reception> = new Map();
  #living: ReadonlySet<string> = new Set();
  /** Videos that the server refused, not asked again while they stay on the screen, in the life of these transports. */
  #given = new Set<string>();
  /** Microphones are refused: said once, and asked again each time. */
  #deaf = false;

  constructor(needs: ReceiverNeeds) {
    this.#needs = needs;
  }

  /** Other transports, or none: all that was received ended with the former ones. */
  attach(link: MediaLink | null): void {
    for (const producerId of this.#held.keys()) this.#drop(producerId);
    this.#given = new Set();
    this.#deaf = false;
    this.#link = link;
    void this.settle();
  }

  /** What to receive from now on, and which producers live, shown or not. */
  follow(plan: ReadonlyMap<string, Reception>, living: ReadonlySet<string>): void {
    this.#plan = plan;
    this.#living = living;
    this.#given = new Set([...this.#given].filter((id) => plan.has(id)));
    void this.settle();
  }

  /** Comes nearer to the plan; also to be called when the socket is back, for what was lost on the way. */
  settle = oneAtATime(async () => {
    for (const producerId of this.#held.keys()) if (!this.#living.has(producerId)) this.#drop(producerId);
    if (!this.#link) return;
    await this.#quietly(() => allOf([this.#hear(), this.#see()]));
    await this.#quietly(() => this.#tune());
  });

  /** Sound first, and apart: no video deprives of it. */
  async #hear(): Promise<void> {
    try {
      await this.#take(this.#missing((source) => source === 'microphone'));
      this.#deaf = false;
    } catch (error) {
      const said = this.#deaf;
      this.#deaf ||= isRefusal(error);
      if (!said) throw error;
    }
  }

  async #see(makesRoom = true): Promise<void> {
    const missing = this.#missing((source) => source !== 'microphone').filter((id) => !this.#given.has(id));
    try {
      await this.#take(missing);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // What waits, paused, counts among the videos that one browser may receive: it gives its place.
      if (error.code === 'too_many' && makesRoom && (await this.#makeRoom())) return this.#see(false);
      for (const id of missing) this.#given.add(id);
      throw error;
    }
  }

  #missing(of: (source: Reception['source']) => boolean): string[] {
    return [...this.#plan].filter(([id, { source }]) => of(source) && !this.#held.has(id)).map(([id]) => id);
  }

  async #take(missing: readonly string[]): Promise<void> {
    if (missing.length === 0) return;
    const link = this.#link;
    const asked = this.#plan;
    for (const reading of (await link?.receive(missing)) ?? []) {
      const reception = asked.get(reading.producerId);
      if (link !== this.#link || !reception || !this.#living.has(reading.producerId)) {
        reading.close();
        continue;
      }
      this.#held.set(reading.producerId, { reading, reception, tuned: asBorn(reception) });
      this.#needs.received(reception, reading.track);
    }
  }

  async #tune(): Promise<void> {
    const tasks = [...this.#held].map(async ([producerId, held]) => {
      held.reception = this.#plan.get(producerId) ?? { ...held.reception, flows: false };
      const wanted = tuningOf(held.reception);
      if (wanted === held.tuned) return;
      const { flows, spatialLayer } = held.reception;
      const before = held.tuned;
      held.tuned = wanted;
      await this.#needs
        .ask('tuneConsumer', {
          consumerId: held.reading.consumerId,
          paused: !flows,
          ...(flows && spatialLayer !== undefined ? { spatialLayer } : {}),
        })
        .catch((error: unknown) => {
          held.tuned = before;
          // Its sender ended it in between: the state of the room is about to say so.
          if (!(error instanceof SignallingRefusal && error.code === 'not_found')) throw error;
          held.tuned = wanted;
        });
    });
    await allOf(tasks);
  }

  async #makeRoom(): Promise<boolean> {
    const idle = [...this.#held].filter(
      ([id, { reception }]) => !this.#plan.has(id) && reception.source !== 'microphone',
    );
    await Promise.all(
      idle.map(async ([producerId, { reading }]) => {
        this.#drop(producerId);
        await this.#needs.ask('closeConsumer', { consumerId: reading.consumerId });
      }),
    );
    return idle.length > 0;
  }

  #drop(producerId: string): void {
    const held = this.#held.get(producerId);
    if (!held) return;
    this.#held.delete(producerId);
    held.reading.close();
    this.#needs.received(held.reception, null);
  }

  /** What was lost on the way is done again when the connection is back; a refusal is said. */
  async #quietly(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (isRefusal(error)) this.#needs.refused(error.code);
    }
  }
}
