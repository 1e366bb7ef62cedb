import { abilities, may, type Role } from '@concertation/shared/access';
import { endpoints, type MemberLine } from '@concertation/shared/contracts';
import { type Principal, subjectsAllowing } from '../../../access/index.ts';
import { findPeople } from '../../../auth/index.ts';
import { boardMembers, readBoard } from '../../../boards/index.ts';
import type { Executor } from '../../../database/index.ts';
import {
  attendanceOf,
  type PresentationFacts,
  presentationsOfMeeting,
  readMeeting as readFacts,
} from '../../../meetings/index.ts';
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

/** What a guest sees of the list: the cases whose patient agreed to it. The board's own see all of it. */
async function shownTo(
  executor: Executor,
  { accountId }: Principal,
  roles: Role[],
  listed: PresentationFacts[],
): Promise<PresentationFacts[]> {
  if (may('case.read', roles)) return listed;
  const readable = new Set(await subjectsAllowing(executor, accountId, 'case', 'case.read'));
  return listed.filter(({ caseId }) => readable.has(caseId));
}

/** The meeting's page. It shows identities, not sheets: each sheet opened from it is audited, the page is not. */
export const readMeeting = route(
  endpoints.readMeeting,
  async ({ database: { db } }, { params: { meetingId }, principal, roles }) => {
    const meeting = await readFacts(db, meetingId);
    const { boardId } = meeting;
    const board = await readBoard(db, boardId);
    const listed = await presentationsOfMeeting(db, meetingId);
    const shown = await shownTo(db, principal, roles, listed);
    return {
      meetingId,
      board,
      startsAt: meeting.startsAt.toISOString(),
      durationMinutes: meeting.durationMinutes,
      state: meeting.state,
      fictitious: meeting.fictitious,
      presentationCount: listed.length,
      currentPresentationId: meeting.currentPresentationId,
      presentations: await meetingList(db, shown, board),
      reserved: listed.length - shown.length,
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
