import { endpoints } from '@concertation/shared/contracts';
import { accountsOn } from '../../../access/index.ts';
import { findPeople } from '../../../auth/index.ts';
import { boardMembers } from '../../../boards/index.ts';
import { presentationsOfMeeting, readMeeting } from '../../../meetings/index.ts';
import { connectionTestsOf } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

/** Members, presenters and guests, by family name, each with the latest test of their connection; six queries. Source: OO-26. */
export const listExpectedConnections = route(
  endpoints.listExpectedConnections,
  async ({ database: { db } }, { params: { meetingId } }) => {
    const { boardId } = await readMeeting(db, meetingId);
    const members = await boardMembers(db, boardId);
    const listed = await presentationsOfMeeting(db, meetingId);
    const guests = await accountsOn(db, 'meeting', [meetingId]);
    const expected = new Set([
      ...[...members, ...guests].map(({ accountId }) => accountId),
      ...listed.map(({ presenterId }) => presenterId),
    ]);
    const people = await findPeople(db, [...expected]);
    const tests = await connectionTestsOf(db, [...expected]);
    return [...people.values()].map(({ accountId, name, specialty }) => {
      const test = tests.get(accountId);
      return { accountId, name, specialty, test: test ? { ...test, at: test.at.toISOString() } : null };
    });
  },
);
