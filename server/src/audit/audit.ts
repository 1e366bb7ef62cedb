import { createHmac } from 'node:crypto';
import { asc, desc, gt, sql } from 'drizzle-orm';
import { auditEvents } from '@concertation/schema';
import type { Executor, Transaction } from '../database/index.ts';
import { canonicalJson } from '../lib/index.ts';
import { auditKinds, type AuditDetails, type AuditKind } from './events.ts';

/** Whom, in which session, on what: ids only. `patientId` is what lets a patient ask who looked. */
export type AuditScope = {
  accountId?: string | null;
  sessionId?: string | null;
  patientId?: string | null;
  /** `case:<id>`, `report:<id>`… */
  subject?: string | null;
};

type Row = typeof auditEvents.$inferSelect;

const auditLock = 720_178;
const genesis = Buffer.alloc(32);

/** The append-only record. Its rows are chained by HMAC under the installation's audit key (rule AUD-1). */
export class Audit {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  /**
   * Appends one event, in the caller's transaction: the act and its trace are committed together or not at all.
   * Call it last: it holds the chain's lock until the commit.
   */
  async record<Kind extends AuditKind>(
    tx: Transaction,
    kind: Kind,
    scope: AuditScope,
    details: AuditDetails<Kind>,
  ): Promise<void> {
    await tx.execute(sql`select pg_advisory_xact_lock(${auditLock})`);
    const [last] = await tx
      .select({ position: auditEvents.position, hash: auditEvents.hash })
      .from(auditEvents)
      .orderBy(desc(auditEvents.position))
      .limit(1);
    const row = {
      position: (last?.position ?? 0) + 1,
      at: new Date(),
      kind,
      accountId: scope.accountId ?? null,
      sessionId: scope.sessionId ?? null,
      patientId: scope.patientId ?? null,
      subject: scope.subject ?? null,
      details: auditKinds[kind].parse(details),
    };
    await tx.insert(auditEvents).values({ ...row, hash: this.#hash(row, last?.hash ?? genesis) });
  }

  #hash(row: Omit<Row, 'hash'>, previous: Uint8Array): Uint8Array {
    const { at, ...rest } = row;
    return createHmac('sha256', this.#key)
      .update(previous)
      .update(canonicalJson({ ...rest, at: at.toISOString() }))
      .digest();
  }

  /**
   * Walks the whole chain. Returns the number of rows, and the position of the first one that is altered, or that
   * follows a missing one. A cut of the last rows is found by comparing the count with an earlier, exported one.
   */
  async verify(executor: Executor): Promise<{ rows: number; brokenAt: number | null }> {
    let previous: Uint8Array = genesis;
    let position = 0;
    for (;;) {
      const rows = await executor
        .select()
        .from(auditEvents)
        .where(gt(auditEvents.position, position))
        .orderBy(asc(auditEvents.position))
        .limit(1000);
      if (rows.length === 0) return { rows: position, brokenAt: null };
      for (const { hash, ...row } of rows) {
        const expected = this.#hash(row, previous);
        if (row.position !== position + 1 || !expected.every((byte, index) => byte === hash[index]))
          return { rows: position, brokenAt: position + 1 };
        position = row.position;
        previous = hash;
      }
    }
  }
}
