import { abilities } from '@concertation/shared/access';
import { endpoints, type MemberLine } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import { boardMembers, readBoards } from '../../../boards/index.ts';
import type { Executor } from '../../../database/index.ts';
import { AppError } from '../../../lib/index.ts';
import { attendanceOf, readMeeting as readFacts } from '../../../meetings/index.ts';
import { route } from '../../route.ts';
import { meetingList } from './meeting-list.ts';

async function membersOf(executor: Executor, boardId: string): Promise<MemberLine[]> {
  const members = await boardMembers(executor, boardId);
  const people = await findPeople(
    executor,
    members.map(({ accountId }) => accountId),
  );
  return members.flatMap(({ accountId, role }) => {
    const person = people.get(accountId);
    return person ? [{ person, role }] : [];
  });
}

/** The meeting's page. It shows identities, not sheets: each sheet opened from it is audited, the page is not. */
export const readMeeting = route(
  endpoints.readMeeting,
  async ({ database: { db } }, { params: { meetingId }, roles }) => {
    const { boardId, startsAt, state, currentPresentationId } = await readFacts(db, meetingId);
    const board = (await readBoards(db, [boardId])).get(boardId);
    if (!board) throw new AppError('not_found');
    const presentations = await meetingList(db, meetingId);
    return {
      meetingId,
      board,
      startsAt: startsAt.toISOString(),
      state,
      presentationCount: presentations.length,
      currentPresentationId,
      presentations,
      members: await membersOf(db, boardId),
      attendance: await attendanceOf(db, meetingId),
      abilities: abilities(roles),
    };
  },
);
