import type { MediaSettings } from '../../config/index.ts';
import type { Logger } from '../../lib/index.ts';
import { MediaWorker } from './media-worker.ts';
import { watchWorker } from './watch-worker.ts';

const delays = [0, 500, 1000, 2000, 4000, 15_000];
const steadyMs = 10_000;

type Slot = { index: number; current: MediaWorker | null; failures: number; startedAt: number };

export type WorkerPoolOptions = {
  settings: MediaSettings;
  path: string;
  log: Logger;
  /** Called after a worker starts, dies, or does not start. */
  changed: () => void;
};

/**
 * The workers, as many as the settings say. One that dies, or no longer answers, is replaced at once; one that dies or fails again soon after its
 * start is tried again later each time, up to 15 s apart, for ever.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #slots: Slot[];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #starting = new Set<Promise<void>>();
  #stopped = false;
  /** Why the latest start failed; null once a start succeeded. For the log and the administrator. */
  failure: string | null = null;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#slots = Array.from({ length: options.settings.workers }, (_, index) => ({
      index,
      current: null,
      failures: 0,
      startedAt: 0,
    }));
  }

  /** Starts them all. Resolves when each has started or failed once. */
  async start(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => this.#start(slot)));
  }

  /** How many times in a row the luckiest of them failed or died soon after its start. */
  get failures(): number {
    return Math.min(...this.#slots.map(({ failures }) => failures));
  }

  get living(): MediaWorker[] {
    return this.#slots.flatMap(({ current }) => (current?.lives ? current : []));
  }

  /** The one that forwards least; null when none lives. */
  leastLoaded(among: (worker: MediaWorker) => boolean = () => true): MediaWorker | null {
    const [least] = this.living
      .filter(among)
      .toSorted((one, other) => one.consumers - other.consumers || one.routers.size - other.routers.size);
    return least ?? null;
  }

  /** Ends them all. Resolves when no process is left. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#starting);
    await Promise.all(this.#slots.flatMap(({ current }) => (current ? current.stop() : [])));
  }

  #start(slot: Slot): Promise<void> {
    const started = this.#tryStart(slot).finally(() => this.#starting.delete(started));
    this.#starting.add(started);
    return started;
  }

  async #tryStart(slot: Slot): Promise<void> {
    const { settings, path, log, changed } = this.#options;
    try {
      const worker = await MediaWorker.start(settings, slot.index, path);
      slot.current = worker;
      if (this.#stopped) return;
      slot.startedAt = performance.now();
      this.failure = null;
      const endWatch = watchWorker(worker.worker, () => {
        log.error({ worker: slot.index, pid: worker.worker.pid }, 'media worker does not answer, killed');
        worker.kill();
      });
      worker.worker.observer.once('close', endWatch);
      worker.worker.once('died', () => this.#died(slot, worker.worker.pid));
      log.info({ worker: slot.index, pid: worker.worker.pid }, 'media worker started');
      // It died between its start and now: nobody was told.
      if (worker.worker.died) this.#died(slot, worker.worker.pid);
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      log.error({ worker: slot.index, err: error, reason: this.failure }, 'media worker did not start');
      slot.failures += 1;
      this.#later(slot);
    }
    if (!this.#stopped) changed();
  }

  #died(slot: Slot, pid: number): void {
    slot.current = null;
    if (this.#stopped) return;
    this.#options.log.error({ worker: slot.index, pid }, 'media worker died, starting another');
    slot.failures = performance.now() - slot.startedAt < steadyMs ? slot.failures + 1 : 0;
    this.#later(slot);
    this.#options.changed();
  }

  #later(slot: Slot): void {
    if (this.#stopped) return;
    const delay = delays[Math.min(Math.max(slot.failures - 1, 0), delays.length - 1)];
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#start(slot);
    }, delay);
    this.#timers.add(timer);
  }
}
