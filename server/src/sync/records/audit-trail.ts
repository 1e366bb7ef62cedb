import type { ErrorCode } from '@concertation/shared/contracts';
import type { DocumentName } from '@concertation/shared/domain';
import type { Audit, AuditScope } from '../../audit/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import { pause, type Logger } from '../../lib/index.ts';
import type { Channel } from '../channels/channel.ts';

export type AuditTrailOptions = {
  database: Database;
  audit: Audit;
  log: Logger;
  patientOfDocument: (name: DocumentName) => Promise<string | null>;
};

type Trace = { channel: Channel; write: (tx: Transaction, scope: AuditScope) => Promise<void> };

/** Few at a time: the audit's chain is locked while they are written, and commands wait for it. */
const perTransaction = 20;
const kept = 20_000;
const retryMs = 1_000;

/**
 * Edit sessions in the audit: opened, closed, refused (rule SYNC-19). Written off the path of edits, in order; while
 * the database is away they wait in memory, and nobody's reading waits for them.
 */
export class AuditTrail {
  readonly #options: AuditTrailOptions;
  readonly #closed = new AbortController();
  #waiting: Trace[] = [];
  #work: Promise<void> | null = null;

  constructor(options: AuditTrailOptions) {
    this.#options = options;
  }

  opened(channel: Channel): void {
    const details = { connectionId: channel.id, role: channel.role };
    this.#add({ channel, write: (tx, scope) => this.#options.audit.record(tx, 'document.opened', scope, details) });
  }

  closed(channel: Channel): void {
    const details = { connectionId: channel.id, updates: channel.updates, reason: channel.closedBecause ?? 'left' };
    this.#add({ channel, write: (tx, scope) => this.#options.audit.record(tx, 'document.closed', scope, details) });
  }

  refused(channel: Channel, code: ErrorCode): void {
    this.#add({ channel, write: (tx, scope) => this.#options.audit.record(tx, 'document.refused', scope, { code }) });
  }

  /** Waits until all is written, for at most this long. */
  async close(withinMs: number): Promise<void> {
    const timer = setTimeout(() => this.#closed.abort(), withinMs);
    await this.#work;
    clearTimeout(timer);
    this.#closed.abort();
    if (this.#waiting.length > 0) this.#options.log.error({ events: this.#waiting.length }, 'audit events given up');
  }

  #add(trace: Trace): void {
    this.#waiting.push(trace);
    if (this.#waiting.length > kept) {
      const { name, id } = (this.#waiting.shift() as Trace).channel;
      this.#options.log.error({ document: name, connectionId: id }, 'audit event given up: too many wait');
    }
    this.#work ??= this.#write();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#closed.signal.aborted) {
      const batch = this.#waiting.slice(0, perTransaction);
      try {
        await this.#writeBatch(batch);
        this.#waiting = this.#waiting.slice(batch.length);
      } catch (error) {
        this.#options.log.error(
          { err: error, events: this.#waiting.length },
          'audit events not written, will be retried',
        );
        await pause(retryMs, this.#closed.signal);
      }
    }
    this.#work = null;
  }

  async #writeBatch(batch: readonly Trace[]): Promise<void> {
    const { database, patientOfDocument } = this.#options;
    const names = [...new Set(batch.map(({ channel }) => channel.name))];
    const patients = new Map(
      await Promise.all(names.map(async (name) => [name, await patientOfDocument(name)] as const)),
    );
    await database.transaction(async (tx) => {
      for (const { channel, write } of batch) {
        const { accountId, sessionId } = channel.socket.principal;
        await write(tx, { accountId, sessionId, patientId: patients.get(channel.name) ?? null, subject: channel.name });
      }
    });
  }
}
