/** Keys that one turn remembers: beyond, whoever invents new ones is not told of any more. */
const mostKeys = 1000;

/**
 * Lets each key through once a turn, so that a flood leaves a trace and not a flood of traces. What a turn remembers is
 * bounded, and forgotten with it.
 */
export class Sparing {
  readonly #turnMs: number;
  readonly #now: () => number;
  readonly #seen = new Set<string>();
  #turn = -1;

  /** `turnMs`: milliseconds that a turn lasts. */
  constructor(turnMs: number, now: () => number = Date.now) {
    this.#turnMs = turnMs;
    this.#now = now;
  }

  /** Whether this is the first time that a key comes in this turn. */
  take(key: string): boolean {
    const turn = Math.floor(this.#now() / this.#turnMs);
    if (turn !== this.#turn) this.#seen.clear();
    this.#turn = turn;
    if (this.#seen.has(key) || this.#seen.size >= mostKeys) return false;
    this.#seen.add(key);
    return true;
  }
}
