import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { opinions } from '@concertation/schema';
import type { Executor, Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

/** An opinion asked: of the account `accountId`, or of the platform `boardId`. Withdrawn ones are not read. */
export type OpinionFacts = typeof opinions.$inferSelect;

/** At most so many requests in one list. */
const listed = 200;

const kept = isNull(opinions.withdrawnAt);

/** One opinion of a case. Throws `not_found`, for a withdrawn one too. */
export async function readOpinion(executor: Executor, caseId: string, opinionId: string): Promise<OpinionFacts> {
  const [row] = await executor
    .select()
    .from(opinions)
    .where(and(eq(opinions.id, opinionId), eq(opinions.caseId, caseId), kept));
  if (!row) throw new AppError('not_found');
  return row;
}

/** The same for a command, which says itself what it does of a withdrawn one. Another command waits for the end of this one. */
export async function lockOpinion(tx: Transaction, caseId: string, opinionId: string): Promise<OpinionFacts> {
  const [row] = await tx
    .select()
    .from(opinions)
    .where(and(eq(opinions.id, opinionId), eq(opinions.caseId, caseId)))
    .for('update');
  if (!row) throw new AppError('not_found');
  return row;
}

/** Every opinion asked on a case, in one query. */
export async function opinionsOfCase(executor: Executor, caseId: string): Promise<OpinionFacts[]> {
  return executor
    .select()
    .from(opinions)
    .where(and(eq(opinions.caseId, caseId), kept));
}

/** Those that wait first, then the latest; of the cases given, which are those that the reader may read. */
async function listOpinions(executor: Executor, caseIds: string[], which: SQL | undefined): Promise<OpinionFacts[]> {
  const readable = sql`${opinions.caseId} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(caseIds)}::jsonb))`;
  return executor
    .select()
    .from(opinions)
    .where(and(which, readable, kept))
    .orderBy(sql`${opinions.answeredAt} is not null`, desc(opinions.askedAt), desc(opinions.id))
    .limit(listed);
}

/** What is asked of an account and of its platforms, at most 200: those that wait first, then the latest. One query. */
export function receivedOpinions(
  executor: Executor,
  { accountId, boardIds, caseIds }: { accountId: string; boardIds: string[]; caseIds: string[] },
): Promise<OpinionFacts[]> {
  const ofPlatforms = boardIds.length > 0 ? inArray(opinions.boardId, boardIds) : undefined;
  return listOpinions(executor, caseIds, or(eq(opinions.accountId, accountId), ofPlatforms));
}

/** What an account asked, in the same order and number. One query. */
export function sentOpinions(
  executor: Executor,
  { accountId, caseIds }: { accountId: string; caseIds: string[] },
): Promise<OpinionFacts[]> {
  return listOpinions(executor, caseIds, eq(opinions.askedBy, accountId));
}
