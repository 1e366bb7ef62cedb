import { asc, eq } from 'drizzle-orm';
import { guestLinks } from '@concertation/schema';
import type { MeetingGuest } from '@concertation/shared/contracts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { readMeeting } from '../../meetings/index.ts';
import { guestState, linksEnd } from './link-life.ts';

/** The guests of a meeting with a personal link, in the order they were first invited; three queries. */
export async function listGuests(executor: Executor, meetingId: string): Promise<MeetingGuest[]> {
  const meeting = await readMeeting(executor, meetingId);
  const rows = await executor
    .select()
    .from(guestLinks)
    .where(eq(guestLinks.meetingId, meetingId))
    .orderBy(asc(guestLinks.id));
  const people = await findPeople(executor, [
    ...new Set(rows.flatMap(({ accountId, invitedBy }) => [accountId, invitedBy])),
  ]);
  return rows.map(({ id, accountId, email, invitedBy, ...link }) => ({
    guestId: id,
    accountId,
    name: people.get(accountId)?.name ?? '',
    quality: people.get(accountId)?.specialty ?? '',
    email,
    invitedBy: people.get(invitedBy)?.name ?? '',
    state: guestState(link, meeting),
    expiresAt: linksEnd(meeting).toISOString(),
  }));
}
