import { LiveCall, type LiveCallOptions } from './live-call.ts';

/** The calls that are open in this process, by meeting. */
export class Calls {
  readonly #options: Omit<LiveCallOptions, 'meetingId' | 'locked' | 'onEmpty'>;
  readonly #open = new Map<string, LiveCall>();
  readonly #turns = new Map<string, Promise<void>>();

  constructor(options: Omit<LiveCallOptions, 'meetingId' | 'locked' | 'onEmpty'>) {
    this.#options = options;
  }

  get all(): LiveCall[] {
    return [...this.#open.values()];
  }

  of(meetingId: string): LiveCall | undefined {
    return this.#open.get(meetingId);
  }

  /** The call of a meeting, opened if nobody is there yet. */
  open(meetingId: string, locked: boolean): LiveCall {
    const there = this.#open.get(meetingId);
    if (there) return there;
    const call = new LiveCall({
      ...this.#options,
      meetingId,
      locked,
      onEmpty: () => void this.inTurn(meetingId, async () => this.#closeIfEmpty(call)),
    });
    this.#open.set(meetingId, call);
    return call;
  }

  /** One after the other for one meeting: who comes in, and the end of a call that nobody is in. */
  inTurn<Result>(meetingId: string, work: () => Promise<Result>): Promise<Result> {
    const done = (this.#turns.get(meetingId) ?? Promise.resolve()).then(work);
    const turn = done.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(meetingId, turn);
    void turn.then(() => {
      if (this.#turns.get(meetingId) === turn) this.#turns.delete(meetingId);
    });
    return done;
  }

  #closeIfEmpty(call: LiveCall): void {
    if (!call.room.isEmpty || this.#open.get(call.meetingId) !== call) return;
    this.#open.delete(call.meetingId);
    call.close();
  }

  close(): void {
    for (const call of this.all) call.close();
    this.#open.clear();
  }
}
