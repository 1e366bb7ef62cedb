import { sql, eq } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import { type Database, notify } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { lockOpenMeeting } from './read-meeting.ts';

/**
 * Sets the order of a meeting's list. Throws `stale` unless the ids are exactly those of the list, each once: who
 * orders while a case is added sees it first. Throws `wrong_state` once the meeting is over.
 */
export async function orderPresentations(
  { database }: { database: Database },
  meetingId: string,
  presentationIds: string[],
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockOpenMeeting(tx, meetingId);
    const listed = await tx
      .select({ id: presentations.id })
      .from(presentations)
      .where(eq(presentations.meetingId, meetingId));
    const wanted = new Map(presentationIds.map((id, index) => [id, index + 1]));
    const same =
      wanted.size === presentationIds.length &&
      wanted.size === listed.length &&
      listed.every(({ id }) => wanted.has(id));
    if (!same) throw new AppError('stale');
    if (listed.length === 0) return;
    const places = sql.join(
      [...wanted].map(([id, position]) => sql`(${id}::uuid, ${position}::integer)`),
      sql`, `,
    );
    await tx.execute(
      sql`update ${presentations} set position = places.position from (values ${places}) as places (id, position) where ${presentations.id} = places.id`,
    );
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
  });
}
