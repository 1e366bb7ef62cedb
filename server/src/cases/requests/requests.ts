import { eq, inArray, sql } from 'drizzle-orm';
import { caseRequests } from '@concertation/schema';
import { type Executor, notify, type Transaction } from '../../database/index.ts';

export type RequestKind = 'meeting' | 'colleague' | 'platform';
export type RequestCounts = { pending: number; answered: number };

/** Opens a « demande » on a case, under the id of the presentation or opinion that it is. Opened twice, it is open again. */
export async function openRequest(
  tx: Transaction,
  request: { id: string; caseId: string; kind: RequestKind },
): Promise<void> {
  await tx
    .insert(caseRequests)
    .values({ ...request, askedAt: new Date(), answeredAt: null })
    .onConflictDoUpdate({ target: caseRequests.id, set: { answeredAt: null } });
  await notify(tx, 'facts_changed', `case:${request.caseId}`);
}

/** Marks a request as answered; the first answer's instant stays. */
export async function answerRequest(tx: Transaction, id: string): Promise<void> {
  const [row] = await tx
    .update(caseRequests)
    .set({ answeredAt: sql`coalesce(${caseRequests.answeredAt}, now())` })
    .where(eq(caseRequests.id, id))
    .returning({ caseId: caseRequests.caseId });
  if (row) await notify(tx, 'facts_changed', `case:${row.caseId}`);
}

/** Takes a request back: it counts neither as waiting nor as answered. */
export async function withdrawRequest(tx: Transaction, id: string): Promise<void> {
  const [row] = await tx.delete(caseRequests).where(eq(caseRequests.id, id)).returning({ caseId: caseRequests.caseId });
  if (row) await notify(tx, 'facts_changed', `case:${row.caseId}`);
}

/** How many requests of each case wait, and how many were answered, in one query. A case without any is absent. */
export async function requestsOfCases(executor: Executor, caseIds: string[]): Promise<Map<string, RequestCounts>> {
  if (caseIds.length === 0) return new Map();
  const rows = await executor
    .select({
      caseId: caseRequests.caseId,
      pending: sql<number>`count(*) filter (where ${caseRequests.answeredAt} is null)::int`,
      answered: sql<number>`count(${caseRequests.answeredAt})::int`,
    })
    .from(caseRequests)
    .where(inArray(caseRequests.caseId, caseIds))
    .groupBy(caseRequests.caseId);
  return new Map(rows.map(({ caseId, pending, answered }) => [caseId, { pending, answered }]));
}
