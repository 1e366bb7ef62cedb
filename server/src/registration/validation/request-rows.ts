import { and, count, eq, gt } from 'drizzle-orm';
import { validationRequests } from '@concertation/schema';
import type { ValidationRequest } from '@concertation/shared/contracts';
import type { ProofKind, ValidationKind, ValidationState } from '@concertation/shared/domain';
import type { Audit } from '../../audit/index.ts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';

export type RequestRow = typeof validationRequests.$inferSelect;

/** Requests that one account makes in a day, proofs included. */
const perDay = 5;

/** A row as its person and who decides see it; names are added by each. */
export function toRequest(row: RequestRow): ValidationRequest {
  return {
    requestId: row.id,
    kind: row.kind as ValidationKind,
    proofKind: row.proofKind as ProofKind | null,
    organisationName: null,
    sponsorName: null,
    message: row.message,
    state: row.state as ValidationState,
    reason: row.reason,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

/** One request, held until the transaction ends. Throws `not_found`. */
export async function lockRequest(tx: Transaction, requestId: string): Promise<RequestRow> {
  const [row] = await tx.select().from(validationRequests).where(eq(validationRequests.id, requestId)).for('update');
  if (!row) throw new AppError('not_found');
  return row;
}

/** The requests of an account that wait. */
export function waitingOf(executor: Executor, accountId: string): Promise<RequestRow[]> {
  return executor
    .select()
    .from(validationRequests)
    .where(and(eq(validationRequests.accountId, accountId), eq(validationRequests.state, 'waiting')));
}

/** Throws `too_many` for an account that asked often enough today. */
export async function refuseFlood(executor: Executor, accountId: string): Promise<void> {
  const since = new Date(Date.now() - 24 * 3_600_000);
  const [asked] = await executor
    .select({ count: count() })
    .from(validationRequests)
    .where(and(eq(validationRequests.accountId, accountId), gt(validationRequests.createdAt, since)));
  if ((asked?.count ?? 0) >= perDay) throw new AppError('too_many');
}

/** Writes a request that waits, with its audit row: call it last. */
export async function insertRequest(
  { audit }: { audit: Audit },
  tx: Transaction,
  who: { accountId: string; sessionId?: string },
  asked: Pick<RequestRow, 'kind'> & Partial<RequestRow>,
): Promise<void> {
  const id = newId();
  await tx.insert(validationRequests).values({
    message: '',
    ...asked,
    id,
    accountId: who.accountId,
    state: 'waiting',
    createdAt: new Date(),
  });
  const scope = { accountId: who.accountId, sessionId: who.sessionId ?? null, subject: `account:${who.accountId}` };
  await audit.record(tx, 'validation.asked', scope, { requestId: id, kind: asked.kind });
}

/** Ends a request that waits: its state, why, by whom (null: by itself). One that was decided meanwhile stays as decided. */
export async function endRequest(
  tx: Transaction,
  requestId: string,
  end: { state: Exclude<ValidationState, 'waiting'>; reason?: string | null; decidedBy?: string | null },
): Promise<void> {
  await tx
    .update(validationRequests)
    .set({ reason: null, decidedBy: null, ...end, decidedAt: new Date() })
    .where(and(eq(validationRequests.id, requestId), eq(validationRequests.state, 'waiting')));
}
