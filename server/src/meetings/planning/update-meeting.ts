import { eq } from 'drizzle-orm';
import { meetings } from '@concertation/schema';
import type { Video } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type BoardFacts, readBoard } from '../../boards/index.ts';
import { type Database, notify } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockOpenMeeting, type MeetingFacts } from '../read-meeting.ts';
import { isClosed, reopenedUntil, usualClosing } from './registrations.ts';
import { tellPeople, type TellNeeds } from './tell-people.ts';
import { toInstant } from './wall-clock.ts';

export type MeetingChange = {
  revision: number;
  /** On the wall clock of the board's time zone. */
  startsAt?: string | undefined;
  durationMinutes?: number | undefined;
  video?: Video | undefined;
  registrationsClosed?: boolean | undefined;
};

type Changed = Partial<Pick<MeetingFacts, 'startsAt' | 'durationMinutes' | 'video' | 'registrationClosesAt'>>;

/** What diaries show. */
const calendarFields: (keyof Changed)[] = ['startsAt', 'durationMinutes', 'video'];

/** The columns that really change. Closing that has not come yet follows the date; what is closed stays closed. */
function changesOf(meeting: MeetingFacts, board: BoardFacts, change: MeetingChange): Changed {
  const changed: Changed = {};
  const startsAt = change.startsAt === undefined ? meeting.startsAt : toInstant(change.startsAt, board.timeZone);
  const { durationMinutes, video, registrationsClosed } = change;
  if (startsAt.getTime() !== meeting.startsAt.getTime()) {
    if (meeting.state === 'running') throw new AppError('wrong_state');
    changed.startsAt = startsAt;
    if (!isClosed(meeting)) changed.registrationClosesAt = usualClosing(startsAt, board.closingHours);
  }
  if (durationMinutes !== undefined && durationMinutes !== meeting.durationMinutes)
    changed.durationMinutes = durationMinutes;
  if (video && (video.mode !== meeting.video.mode || video.details !== meeting.video.details)) changed.video = video;
  if (registrationsClosed === true && !isClosed(meeting)) changed.registrationClosesAt = new Date();
  if (registrationsClosed === false && isClosed(meeting))
    changed.registrationClosesAt = reopenedUntil(startsAt, board.closingHours);
  return changed;
}

/**
 * Changes a meeting that is not over. Its revision grows with each real change, and diaries follow when they show it.
 * Throws `stale` when somebody changed it since `revision`, `invalid` for a date that cannot be, `wrong_state` once it
 * is over, and to move the date of one that is running. Rules PLA-6 to PLA-8; source: OO-31.
 */
export async function updateMeeting(
  { database, audit, ...telling }: { database: Database; audit: Audit } & TellNeeds,
  principal: Principal,
  meetingId: string,
  change: MeetingChange,
): Promise<void> {
  await database.transaction(async (tx) => {
    const meeting = await lockOpenMeeting(tx, meetingId);
    if (meeting.revision !== change.revision) throw new AppError('stale');
    const board = await readBoard(tx, meeting.boardId);
    const changed = changesOf(meeting, board, change);
    const fields = Object.keys(changed) as (keyof Changed)[];
    if (fields.length === 0) return;
    const revision = meeting.revision + 1;
    await tx
      .update(meetings)
      .set({ ...changed, revision })
      .where(eq(meetings.id, meetingId));
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    if (fields.some((field) => calendarFields.includes(field)))
      await tellPeople(tx, telling, {
        kind: 'meeting_changed',
        board,
        meetings: [{ ...meeting, ...changed, revision }],
        except: principal.accountId,
      });
    await audit.record(
      tx,
      'meeting.changed',
      { ...principal, subject: `meeting:${meetingId}` },
      { revision, fields: fields.toSorted() },
    );
  });
}
