import { and, count, eq } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import { may } from '@concertation/shared/access';
import { type Principal, rolesOf } from '../../access/index.ts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { isClosed } from '../planning/registrations.ts';
import { lockOpenMeeting, type MeetingFacts } from '../read-meeting.ts';

/**
 * Whether presenters may no longer come on a meeting's list: only who runs it then adds a case, marked late. A meeting
 * that has no closing date takes cases until it is over.
 */
export function registrationsClosed(meeting: Pick<MeetingFacts, 'registrationClosesAt' | 'state'>): boolean {
  return isClosed(meeting) || (meeting.registrationClosesAt !== null && meeting.state !== 'planned');
}

/** How many cases stand on a meeting's list. */
async function listedCount(executor: Executor, meetingId: string): Promise<number> {
  const [row] = await executor
    .select({ listed: count() })
    .from(presentations)
    .where(and(eq(presentations.meetingId, meetingId), eq(presentations.state, 'listed')));
  return row?.listed ?? 0;
}

/**
 * Holds a meeting for a case to come on its list: of two people who take the last place at once, the second finds it
 * taken. Throws `already_presented`, `wrong_state` once the meeting is over, `meeting_fictitious`; and, unless who asks
 * runs the meeting, `registration_closed` and `meeting_full`, with the meeting in the details.
 */
export async function lockForRegistration(
  tx: Transaction,
  { accountId }: Principal,
  { meetingId, caseId }: { meetingId: string; caseId: string },
): Promise<MeetingFacts & { late: boolean }> {
  const meeting = await lockOpenMeeting(tx, meetingId);
  if (meeting.fictitious) throw new AppError('meeting_fictitious', { meetingId });
  const [known] = await tx
    .select({ state: presentations.state })
    .from(presentations)
    .where(and(eq(presentations.meetingId, meetingId), eq(presentations.caseId, caseId)));
  if (known?.state === 'listed') throw new AppError('already_presented', { meetingId });
  const closed = registrationsClosed(meeting);
  if (may('meeting.run', await rolesOf(tx, accountId, { kind: 'meeting', id: meetingId })))
    return { ...meeting, late: closed };
  if (closed) throw new AppError('registration_closed', { meetingId });
  if (meeting.capacity !== null && (await listedCount(tx, meetingId)) >= meeting.capacity)
    throw new AppError('meeting_full', { meetingId });
  return { ...meeting, late: false };
}
