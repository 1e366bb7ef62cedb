import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { pause, type Logger } from '../../lib/index.ts';
import { chainEntries, type Entry, type Head, type Row } from './entry.ts';
import { insertRows, isWritten, readHeads } from './rows.ts';

/** `waiting`: the database does not answer, everything is kept in memory. `full`: no memory left for more. */
export type JournalState = 'ok' | 'waiting' | 'full';

type Pending = Entry & { afterCommit: (() => void)[] };

export type JournalOptions = {
  sql: postgres.Sql;
  log: Logger;
  /** Bytes of edits kept in memory while the database is away. */
  pendingBytes: number;
};

/** Commits follow one another by at least this when there is a lot to write: more rows a commit, less work an edit. */
const gatherMs = 4;
const slowMs = 1_500;
const retryMs = { first: 50, last: 2_000 };
const batchLimit = { rows: 2_000, bytes: 4 * 1024 * 1024 };
/** What an entry costs beside its bytes. */
const entryBytes = 300;

/**
 * The journal of the process: every update of every document, written in groups, in order, once. It never gives up and
 * never rejects: while the database is away it keeps what it was given and tries again (rules SYNC-1, SYNC-3 to SYNC-7).
 */
export class Journal {
  readonly #sql: postgres.Sql;
  readonly #log: Logger;
  readonly #pendingLimit: number;
  readonly #heads = new Map<string, Head>();
  /** The last entry of each document that is not durable yet. */
  readonly #last = new Map<string, Pending>();
  readonly #listeners = new Set<(state: JournalState) => void>();
  readonly #closed = new AbortController();
  #queue: Pending[] = [];
  #bytes = 0;
  #writing = false;
  #stalled = false;
  /** While it recovers: the last of the entries that had to wait. */
  #waitedLast: Pending | null = null;
  #state: JournalState = 'ok';

  constructor({ sql, log, pendingBytes }: JournalOptions) {
    this.#sql = sql;
    this.#log = log;
    this.#pendingLimit = pendingBytes;
  }

  get state(): JournalState {
    return this.#state;
  }

  /** Updates that are not durable yet. */
  get pendingUpdates(): number {
    return this.#queue.length;
  }

  /** Calls back at each change of state. Returns how to stop. */
  onState(listener: (state: JournalState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Remembers where a document's chain ends, as read by whoever loads it. */
  track(document: string, head: Head): void {
    if (!this.#last.has(document)) this.#heads.set(document, head);
  }

  /** Forgets a document that left memory; its chain's end is read again when needed. */
  forget(document: string): void {
    if (!this.#last.has(document)) this.#heads.delete(document);
  }

  /** Takes an update, at once and synchronously. It is durable when `flushed` or `afterCommit` says so. */
  append(entry: Omit<Entry, 'receivedAt'>): void {
    const pending: Pending = { ...entry, receivedAt: new Date(), afterCommit: [] };
    this.#queue.push(pending);
    this.#last.set(entry.document, pending);
    this.#bytes += entry.update.byteLength + entryBytes;
    this.#refreshState();
    if (!this.#writing) void this.#write();
  }

  /** True while an update of the document is not durable. */
  pending(document: string): boolean {
    return this.#last.has(document);
  }

  /**
   * Calls back once every update of the document taken so far is durable, and returns true; returns false, without
   * calling, when they all are already. Callbacks of one document run in the order they came.
   */
  afterCommit(document: string, callback: () => void): boolean {
    const last = this.#last.get(document);
    last?.afterCommit.push(callback);
    return last !== undefined;
  }

  /** Resolves once every update of the document taken so far is durable. */
  async flushed(document: string): Promise<void> {
    await new Promise<void>((done) => {
      if (!this.afterCommit(document, done)) done();
    });
  }

  /** Resolves once everything taken so far is durable. */
  async drained(): Promise<void> {
    await Promise.all([...this.#last.keys()].map((document) => this.flushed(document)));
  }

  /**
   * Waits until everything is durable, for at most this long, then stops trying. Returns how many updates were given up:
   * none of them was ever acknowledged.
   */
  async close(withinMs: number): Promise<number> {
    const waited = new AbortController();
    const late = pause(withinMs, waited.signal);
    await Promise.race([this.drained(), late]);
    waited.abort();
    this.#closed.abort();
    return this.#queue.length;
  }

  async #write(): Promise<void> {
    this.#writing = true;
    for (;;) {
      const began = performance.now();
      const batch = this.#takeBatch();
      if (!(await this.#commit(batch))) return;
      this.#settle(batch);
      if (this.#queue.length === 0) break;
      const early = gatherMs - (performance.now() - began);
      if (early >= 1) await sleep(early);
    }
    this.#writing = false;
  }

  #takeBatch(): Pending[] {
    let bytes = 0;
    let count = 0;
    while (count < this.#queue.length && count < batchLimit.rows && bytes < batchLimit.bytes) {
      bytes += (this.#queue[count] as Pending).update.byteLength;
      count += 1;
    }
    return this.#queue.slice(0, count);
  }

  /** True when the batch is durable, however long that takes; false when the journal was closed meanwhile. */
  async #commit(batch: readonly Pending[]): Promise<boolean> {
    let attempt: Row[] | null = null;
    for (let delay = retryMs.first; ; delay = Math.min(delay * 2, retryMs.last)) {
      const slow = setTimeout(() => this.#stall(), slowMs);
      try {
        // A connection lost after the statement was sent leaves its outcome unknown: the database is asked, by the
        // first row, since one statement writes all of its rows or none.
        if (attempt && (await isWritten(this.#sql, attempt[0] as Row))) return this.#advance(attempt);
        const documents = [...new Set(batch.map((entry) => entry.document))];
        const unknown = attempt ? documents : documents.filter((document) => !this.#heads.has(document));
        if (unknown.length > 0)
          for (const [document, head] of await readHeads(this.#sql, unknown)) this.#heads.set(document, head);
        attempt = chainEntries(batch, this.#heads);
        await insertRows(this.#sql, attempt);
        return this.#advance(attempt);
      } catch (error) {
        this.#log.error({ err: error, updates: batch.length, delay }, 'journal commit failed, will be retried');
        this.#stall();
        await pause(delay, this.#closed.signal);
        if (this.#closed.signal.aborted) return false;
      } finally {
        clearTimeout(slow);
      }
    }
  }

  #advance(rows: readonly Row[]): true {
    for (const { document, position, hash } of rows) this.#heads.set(document, { position, hash });
    return true;
  }

  #settle(batch: readonly Pending[]): void {
    this.#queue = this.#queue.slice(batch.length);
    for (const entry of batch) {
      this.#bytes -= entry.update.byteLength + entryBytes;
      if (this.#last.get(entry.document) === entry) this.#last.delete(entry.document);
    }
    for (const entry of batch) for (const callback of entry.afterCommit) callback();
    if (this.#stalled) this.#recover(batch);
    this.#refreshState();
  }

  /** It is well again once all that waited is durable and acknowledged, not at the first commit that passes. */
  #recover(batch: readonly Pending[]): void {
    if (this.#waitedLast === null) this.#waitedLast = this.#queue.at(-1) ?? null;
    else if (batch.includes(this.#waitedLast)) this.#waitedLast = null;
    this.#stalled = this.#waitedLast !== null;
  }

  #stall(): void {
    this.#stalled = true;
    this.#waitedLast = null;
    this.#refreshState();
  }

  #refreshState(): void {
    // Left at half, so that it does not flicker at the limit.
    const limit = this.#state === 'full' ? this.#pendingLimit / 2 : this.#pendingLimit;
    const state = this.#bytes > limit ? 'full' : this.#stalled ? 'waiting' : 'ok';
    if (state === this.#state) return;
    this.#state = state;
    this.#log.warn({ state, pendingBytes: this.#bytes, pendingUpdates: this.#queue.length }, 'journal state');
    for (const listener of this.#listeners) listener(state);
  }
}
