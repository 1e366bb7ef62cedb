import { eq } from 'drizzle-orm';
import { guestLinks } from '@concertation/schema';
import type { GuestLink } from '@concertation/shared/contracts';
import { findPeople } from '../../auth/index.ts';
import { readBoard } from '../../boards/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError, hashToken } from '../../lib/index.ts';
import { type MeetingFacts, readMeeting } from '../../meetings/index.ts';
import { linksEnded } from './link-life.ts';

type Row = typeof guestLinks.$inferSelect;
export type LiveLink = { row: Row; meeting: MeetingFacts; board: Awaited<ReturnType<typeof readBoard>> };

/**
 * The link behind a token, as long as it opens something. Throws `invitation_ended` for one that was withdrawn, renewed
 * or never was, whose meeting is over, or whose board admits no guest any more.
 */
export async function findLiveLink(executor: Executor, token: string): Promise<LiveLink> {
  const [row] = await executor
    .select()
    .from(guestLinks)
    .where(eq(guestLinks.tokenHash, hashToken(token)));
  if (!row || row.withdrawnAt) throw new AppError('invitation_ended');
  const meeting = await readMeeting(executor, row.meetingId);
  const board = await readBoard(executor, meeting.boardId);
  if (linksEnded(meeting) || !board.admitsGuests) throw new AppError('invitation_ended');
  return { row, meeting, board };
}

/** What a link shows before it is followed: no case, and nobody but who invites. Throws `invitation_ended`. */
export async function readGuestLink(executor: Executor, token: string): Promise<GuestLink> {
  const { row, meeting, board } = await findLiveLink(executor, token);
  const people = await findPeople(executor, [row.accountId, row.invitedBy]);
  return {
    meetingId: meeting.id,
    boardName: board.name,
    startsAt: meeting.startsAt.toISOString(),
    durationMinutes: meeting.durationMinutes,
    timeZone: board.timeZone,
    name: people.get(row.accountId)?.name ?? '',
    quality: people.get(row.accountId)?.specialty ?? '',
    invitedBy: people.get(row.invitedBy)?.name ?? '',
  };
}
