import type { CaseCard, PatientBanner } from '@concertation/shared/contracts';
import { readBoards } from '../../../boards/index.ts';
import { type CaseFacts, type CaseReason, requestsOfCases } from '../../../cases/index.ts';
import type { Executor } from '../../../database/index.ts';
import { type PresentationFacts, presentationsOfCases } from '../../../meetings/index.ts';

const upcoming = ({ meetingState }: PresentationFacts) => meetingState !== 'closed' && meetingState !== 'cancelled';

/** The next meeting on whose list a case stands, or else the latest. `listed` comes oldest meeting first. */
function shownMeeting(listed: PresentationFacts[]): PresentationFacts | undefined {
  return listed.find(upcoming) ?? listed.findLast(({ meetingState }) => meetingState === 'closed');
}

/** Cases as lists show them, in the order given, in three queries. */
export async function caseCards(
  executor: Executor,
  cases: (CaseFacts & { patient: PatientBanner; because: CaseReason[] })[],
): Promise<CaseCard[]> {
  const presentations = await presentationsOfCases(
    executor,
    cases.map(({ id }) => id),
  );
  const requests = await requestsOfCases(
    executor,
    cases.map(({ id }) => id),
  );
  const byCase = Map.groupBy(presentations, ({ caseId }) => caseId);
  const boards = await readBoards(executor, [...new Set(presentations.map(({ boardId }) => boardId))]);
  return cases.map(({ id, patient, createdAt, registeredAt, because }) => {
    const shown = shownMeeting(byCase.get(id) ?? []);
    const board = shown && boards.get(shown.boardId);
    const meeting = board
      ? { meetingId: shown.meetingId, boardName: board.name, startsAt: shown.startsAt.toISOString() }
      : null;
    return {
      caseId: id,
      patient,
      createdAt: createdAt.toISOString(),
      meeting,
      requests: requests.get(id) ?? { pending: 0, answered: 0 },
      registered: registeredAt !== null,
      because,
    };
  });
}
