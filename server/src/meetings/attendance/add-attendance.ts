import { and, eq } from 'drizzle-orm';
import { attendances } from '@concertation/schema';
import type { AttendanceLine } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { findPeople } from '../../auth/index.ts';
import { boardMembers } from '../../boards/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { lockMeeting } from '../read-meeting.ts';
import { toLine } from './attendance-lines.ts';

type Typed = { accountId?: string | null; name: string; specialty: string };

/** As the directory names a member of the board. Throws `invalid` for an account that is none. */
async function memberOf(tx: Transaction, boardId: string, accountId: string): Promise<Typed> {
  const person = (await findPeople(tx, [accountId])).get(accountId);
  const sits = (await boardMembers(tx, boardId)).some((member) => member.accountId === accountId);
  if (!person || !sits) throw new AppError('invalid', { fields: [{ field: 'accountId', problem: 'unknown' }] });
  return { accountId, name: person.name, specialty: person.specialty };
}

/** The line that a secretary already typed for this account. */
async function findTyped(tx: Transaction, meetingId: string, accountId: string) {
  const [row] = await tx
    .select()
    .from(attendances)
    .where(
      and(
        eq(attendances.meetingId, meetingId),
        eq(attendances.accountId, accountId),
        eq(attendances.source, 'secretary'),
      ),
    );
  return row;
}

/**
 * Adds somebody who is in the room, typed by the secretary; with `accountId`, a member of the board, whose name and
 * specialty are then theirs, and who added twice is there once. Possible after the close too, since a forgotten
 * participant is remembered then; throws `wrong_state` for a cancelled meeting, `invalid` for an account that does not
 * sit on the board.
 */
export async function addAttendance(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  meetingId: string,
  typed: Typed,
): Promise<AttendanceLine> {
  return database.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    if (meeting.state === 'cancelled') throw new AppError('wrong_state');
    const {
      accountId = null,
      name,
      specialty,
    } = typed.accountId ? await memberOf(tx, meeting.boardId, typed.accountId) : typed;
    const known = accountId ? await findTyped(tx, meetingId, accountId) : undefined;
    if (known) return toLine(known);
    const now = new Date();
    const row = {
      id: newId(),
      meetingId,
      accountId,
      name,
      specialty,
      source: 'secretary',
      recordedBy: principal.accountId,
      arrivedAt: now,
      lastSeenAt: now,
      leftAt: null,
    };
    await tx.insert(attendances).values(row);
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await audit.record(
      tx,
      'attendance.added',
      { ...principal, subject: `meeting:${meetingId}` },
      { attendanceId: row.id },
    );
    return toLine(row);
  });
}
