import { eq, inArray } from 'drizzle-orm';
import { frozenReports, renditions } from '@concertation/schema';
import type { CommentLine } from '@concertation/shared/contracts';
import { subjectsAllowing } from '../../access/index.ts';
import { readBoards } from '../../boards/index.ts';
import type { Executor } from '../../database/index.ts';
import { presentationsOfCases } from '../../meetings/index.ts';
import { reportsOfPresentations } from '../report-rows.ts';

type ReportLine = Extract<CommentLine, { kind: 'report' }>;

/** Document numbers and signatures of some reports; a report that is not frozen is absent. */
async function numbersOf(executor: Executor, reportIds: string[]) {
  if (reportIds.length === 0) return new Map<string, { documentNumber: string; signedAt: Date | null }>();
  const rows = await executor
    .select({
      reportId: frozenReports.reportId,
      documentNumber: frozenReports.documentNumber,
      signedAt: renditions.signedAt,
    })
    .from(frozenReports)
    .leftJoin(renditions, eq(renditions.reportId, frozenReports.reportId))
    .where(inArray(frozenReports.reportId, reportIds));
  return new Map(rows.map((row) => [row.reportId, row]));
}

/**
 * « Commentaires »: the opinions given on a case that this account may read, newest meeting and version first.
 * Source: SC-95 to SC-97.
 */
export async function reportsOfCase(executor: Executor, accountId: string, caseId: string): Promise<ReportLine[]> {
  const presentations = await presentationsOfCases(executor, [caseId]);
  const byId = new Map(presentations.map((presentation) => [presentation.presentationId, presentation]));
  const readable = new Set(await subjectsAllowing(executor, accountId, 'report', 'report.read'));
  const reports = (await reportsOfPresentations(executor, [...byId.keys()])).filter(({ id }) => readable.has(id));
  const boards = await readBoards(executor, [...new Set(presentations.map(({ boardId }) => boardId))]);
  const numbers = await numbersOf(
    executor,
    reports.map(({ id }) => id),
  );
  // A correction that is being written replaces nothing yet.
  const signed = reports.filter(({ state }) => state === 'signed');
  const replacedBy = new Map(signed.map(({ id, replacesId }) => [replacesId, id]));

  const lines = reports.map((report) => {
    const presentation = byId.get(report.presentationId);
    const frozen = numbers.get(report.id);
    return {
      kind: 'report' as const,
      reportId: report.id,
      boardName: boards.get(presentation?.boardId ?? '')?.name ?? '',
      meetingStartsAt: presentation?.startsAt.toISOString() ?? '',
      state: report.state,
      version: report.version,
      replacedBy: replacedBy.get(report.id) ?? null,
      documentNumber: frozen?.documentNumber ?? null,
      signedAt: frozen?.signedAt?.toISOString() ?? null,
    };
  });
  return lines.sort((a, b) => b.meetingStartsAt.localeCompare(a.meetingStartsAt) || b.version - a.version);
}
