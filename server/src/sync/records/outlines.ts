import { setTimeout as sleep } from 'node:timers/promises';
import { type DocumentName, parseDocumentName } from '@concertation/shared/domain';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { type Journal, writeOutline } from '../../documents/index.ts';
import type { Logger } from '../../lib/index.ts';
import type { OpenDocument } from '../channels/open-document.ts';

export type OutlineOptions = {
  database: Database;
  journal: Pick<Journal, 'flushed'>;
  log: Logger;
  /** The documents behind the screens that say what a case's sheet lacks: given by the room of meetings. */
  screensShowing: (tx: Transaction, caseId: string) => Promise<DocumentName[]>;
};

/** Written once writing pauses this long… */
const pauseMs = 500;
/** …and at least this often while it does not. */
const longestMs = 3_000;

type Waiting = { timer: NodeJS.Timeout; since: number };

/**
 * Which parts of a case's sheet hold words, written a moment after its edits and never on their path. A failure is
 * logged: whoever reads an outline that is behind makes it again.
 */
export class Outlines {
  readonly #options: OutlineOptions;
  readonly #waiting = new Map<OpenDocument, Waiting>();
  readonly #writing = new Set<Promise<void>>();

  constructor(options: OutlineOptions) {
    this.#options = options;
  }

  /** To be told after each update. */
  changed(open: OpenDocument): void {
    if (open.kind !== 'case') return;
    const waiting = this.#waiting.get(open);
    if (waiting && Date.now() - waiting.since + pauseMs > longestMs) return;
    if (waiting) clearTimeout(waiting.timer);
    const timer = setTimeout(() => void this.leaving(open), pauseMs);
    timer.unref();
    this.#waiting.set(open, { timer, since: waiting?.since ?? Date.now() });
  }

  /** To be awaited before a document leaves memory. */
  async leaving(open: OpenDocument): Promise<void> {
    const waiting = this.#waiting.get(open);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(open);
    const writing = this.#write(open);
    this.#writing.add(writing);
    await writing;
    this.#writing.delete(writing);
  }

  /** Writes nothing more; waits, but not for long, for what is being written. */
  async close(withinMs: number): Promise<void> {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    const late = new AbortController();
    // The wait is cut short once everything is written: that is its good end, not a failure.
    const given = sleep(withinMs, undefined, { signal: late.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.#writing), given]);
    late.abort();
  }

  async #write({ name, document }: OpenDocument): Promise<void> {
    const { database, journal, log, screensShowing } = this.#options;
    try {
      await journal.flushed(name);
      if (document.isDestroyed) return;
      await database.transaction(async (tx) => {
        if (!(await writeOutline(tx, name, document))) return;
        const { id } = parseDocumentName(name) ?? { id: '' };
        for (const shown of await screensShowing(tx, id)) await notify(tx, 'facts_changed', shown);
      });
    } catch (error) {
      log.error({ err: error, document: name }, 'outline not written: made again when it is read');
    }
  }
}
