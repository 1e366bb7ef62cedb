import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { meetings } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { endAttendance } from '../attendance/end-attendance.ts';
import { lockMeeting, type MeetingFacts, toFacts } from '../read-meeting.ts';
import { tellPeople, type TellNeeds } from './tell-people.ts';

/** The planned meetings of the same series that come after this one, locked. */
async function lockFollowing(tx: Transaction, { seriesId, startsAt }: MeetingFacts): Promise<MeetingFacts[]> {
  if (!seriesId) return [];
  const rows = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.seriesId, seriesId), gt(meetings.startsAt, startsAt), eq(meetings.state, 'planned')))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .for('update');
  return rows.map(toFacts);
}

/**
 * Cancels a meeting that nobody has begun to hold, or it and the planned ones that follow in its series. Diaries strike
 * them out; the reason stays on the screen, for it is free text and goes in no mail. The cases on its list keep their
 * sheets. Throws `wrong_state` for one that runs, is over or is already cancelled. Rule PLA-9.
 */
export async function cancelMeeting(
  { database, audit, ...telling }: { database: Database; audit: Audit } & TellNeeds,
  principal: Principal,
  meetingId: string,
  { reason, following }: { reason: string; following: boolean },
): Promise<void> {
  await database.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    if (meeting.state !== 'planned' && meeting.state !== 'open') throw new AppError('wrong_state');
    const board = await readBoard(tx, meeting.boardId);
    const struck = [meeting, ...(following ? await lockFollowing(tx, meeting) : [])];
    const meetingIds = struck.map(({ id }) => id);
    await tx
      .update(meetings)
      .set({ state: 'cancelled', cancellationReason: reason, revision: sql`${meetings.revision} + 1` })
      .where(inArray(meetings.id, meetingIds));
    await endAttendance(tx, meetingId);
    for (const id of meetingIds) await notify(tx, 'facts_changed', `meeting:${id}`);
    await tellPeople(tx, telling, {
      kind: 'meeting_cancelled',
      board,
      meetings: struck.map((one) => ({ ...one, state: 'cancelled' as const, revision: one.revision + 1 })),
      except: principal.accountId,
    });
    await audit.record(tx, 'meeting.cancelled', { ...principal, subject: `meeting:${meetingId}` }, { meetingIds });
  });
}
