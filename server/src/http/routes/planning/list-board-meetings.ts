import { may } from '@concertation/shared/access';
import { endpoints } from '@concertation/shared/contracts';
import { rolesOf } from '../../../access/index.ts';
import { readBoard } from '../../../boards/index.ts';
import { AppError } from '../../../lib/index.ts';
import { boardMeetings } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

/** For the board's members, and for everybody once it is published: whoever may read the board. */
export const listBoardMeetings = route(
  endpoints.listBoardMeetings,
  async ({ database: { db } }, { principal, params: { boardId } }) => {
    const { published } = await readBoard(db, boardId);
    const roles = published ? [] : await rolesOf(db, principal.accountId, { kind: 'board', id: boardId });
    if (!published && !may('board.read', roles)) throw new AppError('not_found');
    return boardMeetings(db, boardId);
  },
);
