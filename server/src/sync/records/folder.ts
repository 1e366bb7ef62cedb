import type { Database } from '../../database/index.ts';
import { foldDocument, type Journal } from '../../documents/index.ts';
import type { Logger } from '../../lib/index.ts';
import type { OpenDocument } from '../channels/open-document.ts';

/** A live document is folded past this, so that opening it after a crash reads few rows. */
const live = { rows: 1_000, bytes: 256 * 1024 };
/** One that leaves memory is folded past this. */
const leavingRows = 100;

/** Folds journals into snapshots, one document at a time, off the path of edits. A failure is logged; nothing depends on it. */
export class Folder {
  readonly #database: Database;
  readonly #journal: Journal;
  readonly #log: Logger;
  readonly #waiting = new Set<OpenDocument>();
  #work: Promise<void> = Promise.resolve();

  constructor({ database, journal, log }: { database: Database; journal: Journal; log: Logger }) {
    this.#database = database;
    this.#journal = journal;
    this.#log = log;
  }

  /** To be told after each update. */
  grown(open: OpenDocument): void {
    if (open.tail.rows >= live.rows || open.tail.bytes >= live.bytes) void this.#fold(open);
  }

  /** To be awaited before a document leaves memory. */
  async leaving(open: OpenDocument): Promise<void> {
    if (open.tail.rows >= leavingRows) await this.#fold(open);
  }

  /** Resolves when nothing is being folded. */
  async idle(): Promise<void> {
    await this.#work;
  }

  async #fold(open: OpenDocument): Promise<void> {
    if (this.#waiting.has(open)) return this.#work;
    this.#waiting.add(open);
    const work = this.#work.then(() => this.#foldNow(open));
    this.#work = work;
    return work;
  }

  async #foldNow(open: OpenDocument): Promise<void> {
    try {
      await this.#journal.flushed(open.name);
      this.#waiting.delete(open);
      // Counted afresh, even if it fails: the next attempt comes after as many updates again, not after the next one.
      open.tail = { rows: 0, bytes: 0 };
      await foldDocument(this.#database, open.name);
    } catch (error) {
      this.#log.error({ err: error, document: open.name }, 'document could not be folded');
    }
  }
}
