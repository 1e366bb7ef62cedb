import type { MediaSource } from '@concertation/shared/contracts';
import type { types } from 'mediasoup';
import type { Branch } from './branch.ts';

/**
 * What somebody of the room sends. It lives on the sender's branch, and is carried to another branch when somebody there
 * first asks for it, once for all of them.
 */
export class SentSource {
  readonly seatId: string;
  readonly source: MediaSource;
  readonly producer: types.Producer;
  readonly #home: Branch;
  readonly #carried = new Map<types.Router, Promise<unknown>>();

  constructor(seatId: string, source: MediaSource, producer: types.Producer, home: Branch) {
    this.seatId = seatId;
    this.source = source;
    this.producer = producer;
    this.#home = home;
  }

  /** Makes it known to this branch under its own id. Throws what mediasoup throws when it ended meanwhile. */
  async reach(branch: Branch): Promise<void> {
    const { router } = branch;
    if (branch === this.#home) return;
    const carried = this.#carried.get(router) ?? this.#carry(router);
    await carried;
  }

  #carry(router: types.Router): Promise<unknown> {
    const carried = this.#home.router.pipeToRouter({ producerId: this.producer.id, router, enableSctp: false });
    this.#carried.set(router, carried);
    const forget = () => this.#carried.delete(router);
    carried.catch(forget);
    router.observer.once('close', forget);
    return carried;
  }
}
