import type { Subject } from '@concertation/shared/access';
import type { DocumentName } from '@concertation/shared/domain';
import type { Executor } from '../../../database/index.ts';
import { isAwaitedBy, presentationsOfCases } from '../../../meetings/index.ts';
import { reportsOfPresentations } from '../../../reports/index.ts';

async function reportSubjects(executor: Executor, presentationIds: string[]): Promise<Subject[]> {
  const reports = await reportsOfPresentations(executor, presentationIds);
  return reports.map(({ id }) => ({ kind: 'report', id }));
}

/** The answers of meetings and reports to what the cases room asks through its ports. */
export const followCase = {
  isAwaitedBy,

  /** The meetings of a board on whose list the case is or was. */
  async meetingsWith(executor: Executor, caseId: string, boardId: string): Promise<string[]> {
    const presentations = await presentationsOfCases(executor, [caseId]);
    return presentations.flatMap((one) => (one.boardId === boardId ? one.meetingId : []));
  },

  /** Every version of every report of a case. */
  async reportsOf(executor: Executor, caseId: string): Promise<Subject[]> {
    const presentations = await presentationsOfCases(executor, [caseId]);
    return reportSubjects(
      executor,
      presentations.map(({ presentationId }) => presentationId),
    );
  },

  /** The documents behind the screens that show these cases' patient: meetings and reports. */
  async shownIn(executor: Executor, caseIds: string[]): Promise<DocumentName[]> {
    const presentations = await presentationsOfCases(executor, caseIds);
    const reports = await reportSubjects(
      executor,
      presentations.map(({ presentationId }) => presentationId),
    );
    const meetingIds = new Set(presentations.map(({ meetingId }) => meetingId));
    return [
      ...[...meetingIds].map((id): DocumentName => `meeting:${id}`),
      ...reports.map(({ id }): DocumentName => `report:${id}`),
    ];
  },
};
