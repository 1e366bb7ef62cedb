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
  /** What the server refused, not asked again in the life of these transports. */
  #given = new Set<string>();

  constructor(needs: ReceiverNeeds) {
    this.#needs = needs;
  }

  /** Other transports, or none: all that was received ended with the former ones. */
  attach(link: MediaLink | null): void {
    for (const producerId of this.#held.keys()) this.#drop(producerId);
    this.#given = new Set();
    this.#link = link;
    void this.settle();
  }

  /** What to receive from now on, and which producers live, shown or not. */
  follow(plan: ReadonlyMap<string, Reception>, living: ReadonlySet<string>): void {
    this.#plan = plan;
    this.#living = living;
    void this.settle();
  }

  /** Comes nearer to the plan; also to be called when the socket is back, for what was lost on the way. */
  settle = oneAtATime(async () => {
    for (const producerId of this.#held.keys()) if (!this.#living.has(producerId)) this.#drop(producerId);
    if (!this.#link) return;
    await this.#quietly(async () => {
      await this.#receive();
      await this.#tune();
    });
  });

  async #receive(): Promise<void> {
    const missing = [...this.#plan.keys()].filter((id) => !this.#held.has(id) && !this.#given.has(id));
    if (missing.length === 0) return;
    try {
      await this.#take(missing);
    } catch (error) {
      const refused = error instanceof SignallingRefusal && error.code !== 'lost';
      if (!refused) throw error;
      for (const id of missing) this.#given.add(id);
      // What waits, paused, counts among the videos that one browser may receive: it gives its place.
      if (error.code !== 'too_many' || !(await this.#makeRoom())) throw error;
      await this.#take(missing);
      for (const id of missing) this.#given.delete(id);
    }
  }

  async #take(missing: readonly string[]): Promise<void> {
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
    const outcomes = await Promise.allSettled(tasks);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
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
      if (error instanceof SignallingRefusal && error.code !== 'lost') this.#needs.refused(error.code);
    }
  }
}
