import { abilities } from '@concertation/shared/access';
import { endpoints, type MemberLine } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import { boardMembers, readBoard } from '../../../boards/index.ts';
import type { Executor } from '../../../database/index.ts';
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
    const meeting = await readFacts(db, meetingId);
    const { boardId } = meeting;
    const board = await readBoard(db, boardId);
    const presentations = await meetingList(db, meetingId, board.minutesPerCase);
    return {
      meetingId,
      board,
      startsAt: meeting.startsAt.toISOString(),
      durationMinutes: meeting.durationMinutes,
      state: meeting.state,
      fictitious: meeting.fictitious,
      presentationCount: presentations.length,
      currentPresentationId: meeting.currentPresentationId,
      presentations,
      reserved: 0,
      boardLabels: board.labels,
      quorumRules: board.quorum,
      video: meeting.video,
      registrationClosesAt: meeting.registrationClosesAt?.toISOString() ?? null,
      capacity: meeting.capacity,
      cancellationReason: meeting.cancellationReason,
      inSeries: meeting.seriesId !== null,
      timeZone: board.timeZone,
      revision: meeting.revision,
      members: await membersOf(db, boardId),
      attendance: await attendanceOf(db, meetingId),
      abilities: abilities(roles),
    };
  },
);
