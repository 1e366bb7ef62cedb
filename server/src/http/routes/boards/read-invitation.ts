import { endpoints } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import { readBoards, readInvitation as readFacts } from '../../../boards/index.ts';
import { readMeeting } from '../../../meetings/index.ts';
import { route } from '../../route.ts';
import { linkRate } from './invitation-rate.ts';

/** What an invitation is for, to whoever holds its link: who invites, to which board or meeting, as what. */
export const readInvitation = route(
  endpoints.readInvitation,
  async ({ database: { db } }, { params: { token } }) => {
    const { invitedBy, boardId, meetingId, role, state } = await readFacts(db, token);
    const by = (await findPeople(db, [invitedBy])).get(invitedBy);
    const board = boardId ? (await readBoards(db, [boardId])).get(boardId) : null;
    const meeting = meetingId ? await readMeeting(db, meetingId) : null;
    return {
      invitedBy: by?.name ?? '',
      boardName: board?.name ?? null,
      meetingStartsAt: meeting?.startsAt.toISOString() ?? null,
      role,
      state,
    };
  },
  linkRate,
);
