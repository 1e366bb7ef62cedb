/** Changes that come closer than this are told together. */
const togetherMs = 50;

/** Tells what changed: at once after a quiet moment, together when changes follow one another. */
export class Announcer {
  readonly #tell: () => void;
  #toldAt = -Infinity;
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Something changed; what else changes in the same turn is told with it. */
  changed(): void {
    if (this.#timer) return;
    const wait = Math.max(0, this.#toldAt + togetherMs - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#toldAt = performance.now();
      this.#tell();
    }, wait);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
