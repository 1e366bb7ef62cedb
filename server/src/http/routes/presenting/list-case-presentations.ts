import { may, type Role } from '@concertation/shared/access';
import { type CasePresentation, endpoints } from '@concertation/shared/contracts';
import { rolesOfAll } from '../../../access/index.ts';
import { type BoardFacts, readBoardFacts } from '../../../boards/index.ts';
import type { Executor } from '../../../database/index.ts';
import { everyPresentationOf, missingOf, movesOf, type PresentationFacts } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

type Seen = { presentation: PresentationFacts; editable: boolean };

/**
 * Those that the reader sees: all of a case that they share, what they present, and what stands on a list of their
 * boards. What is in preparation is nothing to a board.
 */
async function seenBy(executor: Executor, accountId: string, caseId: string, roles: Role[]): Promise<Seen[]> {
  const all = await everyPresentationOf(executor, caseId);
  const onMeetings = await rolesOfAll(
    executor,
    all.map(({ meetingId }) => ({ accountId, subject: { kind: 'meeting', id: meetingId } })),
  );
  return all.flatMap((presentation, index) => {
    const held = onMeetings[index] ?? [];
    const presents = presentation.presenterId === accountId || may('case.share', roles);
    const sits = presentation.state === 'listed' && may('meeting.read', held);
    const editable = presents || (sits && may('meeting.run', held));
    return presents || sits ? [{ presentation, editable }] : [];
  });
}

const asked = ({ boardId, name, kind, organisation, labels, labelsMandatory, questionnaire }: BoardFacts) => ({
  board: { boardId, name, kind, organisation },
  boardLabels: labels,
  labelsMandatory,
  questionnaire,
});

/** « Présentations »: the boards asked about a case, in a constant number of queries. */
export const listCasePresentations = route(
  endpoints.listCasePresentations,
  async ({ database: { db } }, { principal, params, roles }): Promise<CasePresentation[]> => {
    const seen = await seenBy(db, principal.accountId, params.caseId, roles);
    const presentations = seen.map(({ presentation }) => presentation);
    const boards = await readBoardFacts(db, [...new Set(presentations.map(({ boardId }) => boardId))]);
    const missing = await missingOf(db, presentations);
    const moves = await movesOf(
      db,
      presentations.map(({ presentationId }) => presentationId),
    );
    return seen.flatMap(({ presentation, editable }) => {
      const { presentationId, boardId, meetingId, startsAt, state, labels, answers } = presentation;
      const board = boards.get(boardId);
      if (!board) return [];
      return [
        {
          ...asked(board),
          presentationId,
          meetingId,
          meetingStartsAt: startsAt.toISOString(),
          state,
          labels,
          answers,
          missing: missing.get(presentationId) ?? [],
          editable,
          moves: (moves.get(presentationId) ?? []).map((move) => ({
            fromStartsAt: move.fromStartsAt.toISOString(),
            toStartsAt: move.toStartsAt.toISOString(),
            reason: move.reason,
            movedAt: move.movedAt.toISOString(),
          })),
        },
      ];
    });
  },
);
