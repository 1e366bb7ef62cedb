import type { Sessions } from '../auth/index.ts';
import type { Database } from '../database/index.ts';
import { pause, type Logger } from '../lib/index.ts';

/** Whom to decide again: who holds something on these subjects, as `kind:id`, or everybody. */
export type Due = ReadonlySet<string> | 'everybody';

export type RightsWatchOptions = {
  database: Pick<Database, 'listen'>;
  sessions: Pick<Sessions, 'openAmong' | 'touch'>;
  log: Pick<Logger, 'error' | 'warn'>;
  /** The sessions behind what is live, by public id. */
  held: () => Iterable<string>;
  /** Those of them that were in use since an instant, in milliseconds: their idle end is put off. */
  usedSince: (instant: number) => Iterable<string>;
  /** Closes what a session that ended had opened, for good; or what one whose screen is locked holds open, until it is unlocked. */
  endSession: (sessionId: string, why: 'ended' | 'locked') => void;
  /** Reads the rights of those due again, and applies them. What it throws is logged and tried again. */
  decide: (due: Due) => Promise<void>;
};

/** In milliseconds. Everything is decided again each `sweep`, in case a notification was missed: a withdrawal takes effect within 5 s. */
const usualPace = { sweep: 3_000, touch: 60_000, retry: 500 };

/**
 * Keeps what outlives the request that opened it (channels, seats) within the rights and the session of whoever holds
 * it, whichever transport holds it (rules SYNC-13, SYNC-14, MED-23).
 */
export class RightsWatch {
  readonly #options: RightsWatchOptions;
  readonly #pace: typeof usualPace;
  readonly #stopped = new AbortController();
  #due: Due = new Set();
  #deciding: Promise<void> | null = null;
  #sweep: Promise<void> = Promise.resolve();
  #touchedAt = Date.now();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: RightsWatchOptions, pace = usualPace) {
    this.#options = options;
    this.#pace = pace;
  }

  async start(): Promise<void> {
    const { database, endSession } = this.#options;
    await database.listen('access_changed', (subject) => this.#decideAgain(subject));
    await database.listen('session_ended', (sessionId) =>
      sessionId ? endSession(sessionId, 'ended') : this.#sweepSoon(),
    );
    await database.listen('session_locked', (sessionId) =>
      sessionId ? endSession(sessionId, 'locked') : this.#sweepSoon(),
    );
    this.#timer = setInterval(() => this.#sweepSoon(), this.#pace.sweep);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#stopped.abort();
    await Promise.all([this.#deciding, this.#sweep]);
  }

  #decideAgain(subject: string | null): void {
    // A board lends its roles to whatever was presented to it: anything may have changed. Null: anything was missed.
    this.#addDue(subject === null || subject.startsWith('board:') ? 'everybody' : new Set([subject]));
    this.#deciding ??= this.#decide().finally(() => (this.#deciding = null));
  }

  #addDue(due: Due): void {
    this.#due = due === 'everybody' || this.#due === 'everybody' ? 'everybody' : new Set([...this.#due, ...due]);
  }

  /** Until nothing is due: a withdrawal is never forgotten because the database did not answer. */
  async #decide(): Promise<void> {
    while (!this.#stopped.signal.aborted && (this.#due === 'everybody' || this.#due.size > 0)) {
      const due = this.#due;
      this.#due = new Set();
      try {
        await this.#options.decide(due);
      } catch (error) {
        this.#options.log.error({ err: error }, 'rights of what is live could not be read, will be retried');
        this.#addDue(due);
        await pause(this.#pace.retry, this.#stopped.signal);
      }
    }
  }

  #sweepSoon(): void {
    this.#sweep = this.#sweep.then(() => this.#sweepNow());
  }

  async #sweepNow(): Promise<void> {
    const { sessions, held, endSession, log } = this.#options;
    try {
      const asked = [...new Set(held())];
      const open = await sessions.openAmong(asked);
      for (const sessionId of asked) {
        const session = open.get(sessionId);
        if (!session || session.locked) endSession(sessionId, session ? 'locked' : 'ended');
      }
      await this.#touchSessions();
      this.#decideAgain(null);
    } catch (error) {
      log.warn({ err: error }, 'what is live could not be checked, will be at the next round');
    }
  }

  /** Writing and speaking are use of a session, though they make no request. */
  async #touchSessions(): Promise<void> {
    const since = this.#touchedAt;
    if (Date.now() - since < this.#pace.touch) return;
    this.#touchedAt = Date.now();
    for (const sessionId of new Set(this.#options.usedSince(since))) await this.#options.sessions.touch(sessionId);
  }
}
