/**
 * Runs at most `most` drawings at once; the others wait for their turn. The same drawing asked twice is made once, and
 * answered to both.
 */
export class DrawingTurns {
  readonly #most: number;
  readonly #underWay = new Map<string, Promise<Uint8Array>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(most: number) {
    this.#most = most;
  }

  take(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const same = this.#underWay.get(key);
    if (same) return same;
    const drawing = this.#inTurn(draw).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, drawing);
    return drawing;
  }

  async #inTurn(draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (this.#running < this.#most) this.#running += 1;
    // The one who leaves gives its place, already counted.
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await draw();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
