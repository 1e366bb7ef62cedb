import type { types } from 'mediasoup';
import type { MediaSettings } from '../../config/index.ts';
import { AppError } from '../../lib/index.ts';
import { Branch } from './branch.ts';
import type { EngineRoom, EngineSeat } from './engine-port.ts';
import { routerCapabilities } from './media-codecs.ts';
import type { MediaWorker } from './media-worker.ts';
import { RoomSpeaker } from './room-speaker.ts';
import { openSeat } from './seat.ts';
import type { SentSource } from './sent-source.ts';
import type { WorkerPool } from './worker-pool.ts';

/** A branch being opened or open, and the seats that live there or are about to. */
type Limb = { worker: MediaWorker; opening: Promise<Branch>; seats: number };

/**
 * The media of one call: a router on the least loaded worker, and on the next one when that is full. Whichever of its
 * workers dies, the whole room is lost, so that everybody comes back together (MED-6).
 */
export class Room implements EngineRoom {
  readonly rtpCapabilities: types.RtpCapabilities = routerCapabilities;
  readonly settings: MediaSettings;
  readonly sources = new Map<string, SentSource>();
  readonly speaker = new RoomSpeaker();
  readonly #pool: WorkerPool;
  readonly #limbs = new Map<MediaWorker, Limb>();
  readonly #seats = new Set<EngineSeat>();
  readonly #onLost: (() => void)[] = [];
  readonly #all: Set<Room>;
  #home: MediaWorker | null = null;
  #lost = false;
  #closed = false;

  private constructor(pool: WorkerPool, settings: MediaSettings, all: Set<Room>) {
    this.#pool = pool;
    this.settings = settings;
    this.#all = all;
  }

  /** Throws `call_unavailable`. It is one of `all` until it is closed or lost. */
  static async open(pool: WorkerPool, settings: MediaSettings, all: Set<Room>): Promise<Room> {
    const worker = pool.leastLoaded();
    if (!worker) throw new AppError('call_unavailable');
    const room = new Room(pool, settings, all);
    room.#home = worker;
    all.add(room);
    try {
      await room.#limb(worker).opening;
    } catch (error) {
      room.close();
      throw error;
    }
    if (room.#closed) throw new AppError('call_unavailable');
    return room;
  }

  /** Throws `call_unavailable`, also once the room is closed or lost. */
  async openSeat(): Promise<EngineSeat> {
    const worker = this.#closed ? null : this.#place();
    if (!worker) throw new AppError('call_unavailable');
    const limb = this.#limb(worker);
    limb.seats += 1;
    try {
      const seat = await openSeat(this, await limb.opening, () => {
        this.#seats.delete(seat);
        void this.#leave(limb);
      });
      if (!this.#closed) {
        this.#seats.add(seat);
        return seat;
      }
      seat.close();
    } catch (error) {
      void this.#leave(limb);
      throw error;
    }
    throw new AppError('call_unavailable');
  }

  onSpeaker(listener: (seatId: string | null) => void): void {
    this.speaker.on(listener);
  }

  onLost(listener: () => void): void {
    if (this.#lost) listener();
    else this.#onLost.push(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.speaker.close();
    for (const seat of this.#seats) seat.close();
    for (const { opening } of this.#limbs.values())
      void opening.then(
        (branch) => branch.close(),
        () => undefined,
      );
    this.#limbs.clear();
    this.#all.delete(this);
  }

  /** The home while it has room, else another worker that has, the room's own first; when all are full, the least loaded. */
  #place(): MediaWorker | null {
    const hasRoom = (worker: MediaWorker) => worker.lives && worker.consumers < this.settings.consumersPerWorker;
    if (this.#home && hasRoom(this.#home)) return this.#home;
    return (
      this.#pool.leastLoaded((worker) => hasRoom(worker) && this.#limbs.has(worker)) ??
      this.#pool.leastLoaded(hasRoom) ??
      this.#pool.leastLoaded()
    );
  }

  /** A branch away from home closes with its last seat: it would go on being sent what nobody there receives. */
  async #leave(limb: Limb): Promise<void> {
    limb.seats -= 1;
    if (limb.seats > 0 || limb.worker === this.#home || this.#limbs.get(limb.worker) !== limb) return;
    this.#limbs.delete(limb.worker);
    await limb.opening.then(
      (branch) => branch.close(),
      () => undefined,
    );
  }

  #limb(worker: MediaWorker): Limb {
    const existing = this.#limbs.get(worker);
    if (existing) return existing;
    const opening = Branch.open(worker, (place, levels) => this.speaker.hear(place, levels));
    const limb: Limb = { worker, opening, seats: 0 };
    this.#limbs.set(worker, limb);
    opening.then(
      (branch) => branch.onDied(() => this.#lose()),
      () => this.#limbs.delete(worker),
    );
    return limb;
  }

  #lose(): void {
    if (this.#closed) return;
    this.#lost = true;
    this.close();
    for (const listener of this.#onLost.splice(0)) listener();
  }
}
