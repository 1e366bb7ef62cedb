import { and, eq, isNull, lte } from 'drizzle-orm';
import { emergencyAccesses } from '@concertation/schema';
import { grantsOn, revoke } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readCases } from '../../cases/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import type { Logger } from '../../lib/index.ts';
import { isTaken } from './open-emergencies.ts';

const sweepEveryMs = 15_000;

type Access = typeof emergencyAccesses.$inferSelect;

/** Takes back what the emergency gave; a role that somebody gave since stays. */
async function takeBack(tx: Transaction, { accountId, caseId }: Access): Promise<void> {
  const subject = { kind: 'case', id: caseId } as const;
  for (const held of await grantsOn(tx, subject)) if (isTaken(held, accountId)) await revoke(tx, subject, held.id);
  await notify(tx, 'facts_changed', `case:${caseId}`);
}

/** Ends these accesses, found and locked by the caller; `recordEnded` comes last in its transaction. */
async function end(tx: Transaction, over: Access[]): Promise<void> {
  for (const access of over) {
    await takeBack(tx, access);
    await tx.update(emergencyAccesses).set({ endedAt: new Date() }).where(eq(emergencyAccesses.id, access.id));
  }
}

const isOver = () => and(isNull(emergencyAccesses.endedAt), lte(emergencyAccesses.endsAt, new Date()));

/** Ends what an account’s own emergencies on a case gave, where their time is over and no sweep has come since. */
export async function endOwnOverdue(tx: Transaction, accountId: string, caseId: string): Promise<Access[]> {
  const own = and(eq(emergencyAccesses.accountId, accountId), eq(emergencyAccesses.caseId, caseId));
  // A sweep under way is waited for: what it ends is no longer there.
  const over = await tx.select().from(emergencyAccesses).where(and(isOver(), own)).for('update');
  await end(tx, over);
  return over;
}

/** Records the ends, each by nobody: it is time that ended them. */
export async function recordEnded(tx: Transaction, audit: Audit, ended: Access[]): Promise<void> {
  const cases = await readCases(tx, [...new Set(ended.map(({ caseId }) => caseId))]);
  for (const { id, caseId, accountId } of ended)
    await audit.record(
      tx,
      'case.emergency_ended',
      { patientId: cases.get(caseId)?.patientId ?? null, subject: `case:${caseId}` },
      { accessId: id, accountId },
    );
}

/** Ends the emergencies whose time is over: live channels on their cases are re-decided within 5 s. */
export async function endEmergencies({ database, audit }: { database: Database; audit: Audit }): Promise<void> {
  await database.transaction(async (tx) => {
    const over = await tx.select().from(emergencyAccesses).where(isOver()).for('update', { skipLocked: true });
    await end(tx, over);
    await recordEnded(tx, audit, over);
  });
}

/** Ends them every quarter of a minute. Returns how to stop, which waits for the sweep under way; a failed one is logged. */
export function startEmergencySweep({
  database,
  audit,
  log,
}: {
  database: Database;
  audit: Audit;
  log: Logger;
}): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    underWay = underWay
      .then(() => endEmergencies({ database, audit }))
      .catch((error: unknown) => log.error({ err: error }, 'sweep of emergency accesses failed'));
  }, sweepEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
