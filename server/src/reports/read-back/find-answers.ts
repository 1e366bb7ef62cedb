import { asc, eq } from 'drizzle-orm';
import { reportReadBacks } from '@concertation/schema';
import type { AttendanceLine, ReadBack } from '@concertation/shared/contracts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';

export type ReadBackAnswer = ReadBack['answers'][number];

/**
 * All that was answered of a report's decision, oldest first; each holds where the words still have the hash that it was
 * given to, and its author has a line of attendance: who only looked before the meeting began has none.
 */
export async function findAnswers(
  executor: Executor,
  reportId: string,
  { textHash, attendance }: { textHash: string; attendance: readonly AttendanceLine[] },
): Promise<ReadBackAnswer[]> {
  const there = new Set(attendance.map(({ accountId }) => accountId));
  const rows = await executor
    .select()
    .from(reportReadBacks)
    .where(eq(reportReadBacks.reportId, reportId))
    .orderBy(asc(reportReadBacks.givenAt), asc(reportReadBacks.accountId));
  const people = await findPeople(
    executor,
    rows.map(({ accountId }) => accountId),
  );
  return rows.map((row) => ({
    accountId: row.accountId,
    name: people.get(row.accountId)?.name ?? '',
    specialty: people.get(row.accountId)?.specialty ?? '',
    verdict: row.verdict as ReadBackAnswer['verdict'],
    reason: row.reason,
    givenAt: row.givenAt.toISOString(),
    holds: row.textHash === textHash && there.has(row.accountId),
  }));
}
