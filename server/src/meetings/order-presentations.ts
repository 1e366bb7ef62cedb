import { sql } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { type Database, notify } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { lockOpenMeeting } from './read-meeting.ts';
import { presentationsOfMeeting } from './read-presentations.ts';

/**
 * Sets the order of a meeting's list. Throws `stale` unless the ids are exactly those of the list, each once: who
 * orders while a case is added sees it first; and when the list is no longer in the order `from`: of two secretaries
 * who order at once only one does. Throws `wrong_state` once the meeting is over.
 */
export async function orderPresentations(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  meetingId: string,
  { presentationIds, from }: { presentationIds: string[]; from?: string[] | undefined },
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockOpenMeeting(tx, meetingId);
    const listed = (await presentationsOfMeeting(tx, meetingId)).map(({ presentationId }) => presentationId);
    const wanted = new Map(presentationIds.map((id, index) => [id, index + 1]));
    const same =
      wanted.size === presentationIds.length && wanted.size === listed.length && listed.every((id) => wanted.has(id));
    const moved = from && (from.length !== listed.length || listed.some((id, index) => id !== from[index]));
    if (!same || moved) throw new AppError('stale');
    if (listed.length === 0) return;
    const places = sql.join(
      [...wanted].map(([id, position]) => sql`(${id}::uuid, ${position}::integer)`),
      sql`, `,
    );
    await tx.execute(
      sql`update ${presentations} set position = places.position from (values ${places}) as places (id, position) where ${presentations.id} = places.id`,
    );
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    const scope = { ...principal, subject: `meeting:${meetingId}` };
    await audit.record(tx, 'meeting.ordered', scope, { presentations: listed.length });
  });
}
