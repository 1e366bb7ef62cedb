import { desc, inArray } from 'drizzle-orm';
import { frozenReports } from '@concertation/schema';
import { subjectsAllowing } from '../../access/index.ts';
import { readBoards } from '../../boards/index.ts';
import type { Executor } from '../../database/index.ts';
import { presentationsOfCases } from '../../meetings/index.ts';
import { reportsOfPresentations } from '../report-rows.ts';

export type FrozenSince = { reportId: string; boardName: string; frozenAt: Date };

/** The report of a case frozen last, among those that this account may read; null when there is none. */
export async function lastFrozen(executor: Executor, accountId: string, caseId: string): Promise<FrozenSince | null> {
  const presentations = await presentationsOfCases(executor, [caseId]);
  const readable = new Set(await subjectsAllowing(executor, accountId, 'report', 'report.read'));
  const reports = await reportsOfPresentations(
    executor,
    presentations.map(({ presentationId }) => presentationId),
  );
  const mine = reports.filter(({ id }) => readable.has(id));
  if (mine.length === 0) return null;
  const [last] = await executor
    .select({ reportId: frozenReports.reportId, frozenAt: frozenReports.frozenAt })
    .from(frozenReports)
    .where(
      inArray(
        frozenReports.reportId,
        mine.map(({ id }) => id),
      ),
    )
    .orderBy(desc(frozenReports.frozenAt))
    .limit(1);
  if (!last) return null;
  const presentationId = mine.find(({ id }) => id === last.reportId)?.presentationId;
  const boardId = presentations.find((one) => one.presentationId === presentationId)?.boardId ?? '';
  return { ...last, boardName: (await readBoards(executor, [boardId])).get(boardId)?.name ?? '' };
}
