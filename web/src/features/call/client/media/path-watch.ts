import { SignallingRefusal } from '../../../../signalling/index.ts';
import type { MediaLink } from './media-link.ts';
import { isTroubled, recoverPath } from './recover-path.ts';

const everyMs = 1_000;

export type PathWatchNeeds = {
  /** The transports; null while there are none, or while the server cannot be asked for anything. */
  link: () => MediaLink | null;
  rebuild: () => void;
  now?: () => number;
};

/** Looks after the paths of a call: asks for new ones when they carry nothing, and for new transports when that is in vain. */
export class PathWatch {
  readonly #needs: PathWatchNeeds;
  readonly #now: () => number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #troubledAt: number | null = null;
  #restartedAt: number | null = null;
  #networkChanged = false;
  #rebuilds = 0;

  constructor(needs: PathWatchNeeds) {
    this.#needs = needs;
    this.#now = needs.now ?? (() => performance.now());
  }

  start(): void {
    this.#timer ??= setInterval(this.look, everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Wi-Fi to 4G, or the return of the network: what looks connected may be dead. Acted upon once the server can be asked. */
  networkChanged(): void {
    this.#networkChanged = true;
    this.look();
  }

  /** Decides now. */
  look = (): void => {
    const link = this.#needs.link();
    if (!link) return;
    const now = this.#now();
    const states = link.states();
    if (states.some(isTroubled)) this.#troubledAt ??= now;
    else {
      this.#troubledAt = null;
      this.#restartedAt = null;
      if (states.every((state) => state === 'connected')) this.#rebuilds = 0;
    }
    const recovery = recoverPath({
      states,
      troubledFor: this.#troubledAt === null ? null : now - this.#troubledAt,
      restartedFor: this.#restartedAt === null ? null : now - this.#restartedAt,
      networkChanged: this.#networkChanged,
      rebuilds: this.#rebuilds,
    });
    this.#networkChanged = false;
    if (recovery === 'rebuild') this.#rebuild();
    if (recovery === 'restart') void this.#restart(link, now);
  };

  #rebuild(): void {
    this.#rebuilds += 1;
    this.#troubledAt = null;
    this.#restartedAt = null;
    this.#needs.rebuild();
  }

  async #restart(link: MediaLink, now: number): Promise<void> {
    this.#restartedAt = now;
    try {
      await link.restart();
    } catch (error) {
      if (link !== this.#needs.link()) return;
      // Unanswered: asked again when the server is back. Refused: these transports are no longer the server's.
      if (error instanceof SignallingRefusal && error.code === 'lost') this.#restartedAt = null;
      else this.#rebuild();
    }
  }
}
