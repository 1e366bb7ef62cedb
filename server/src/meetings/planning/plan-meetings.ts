import { meetingSeries } from '@concertation/schema';
import type { MeetingPlan } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import type { Database, Executor, Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { createMeeting } from '../create-meeting.ts';
import { planDates } from './plan-dates.ts';
import { usualClosing } from './registrations.ts';
import { tellPeople, type TellNeeds } from './tell-people.ts';

/** The instants that a plan means, before it is made. Throws `invalid` for one that means none. Rules PLA-3 to PLA-5. */
export async function previewMeetings(executor: Executor, boardId: string, plan: MeetingPlan): Promise<Date[]> {
  const { timeZone } = await readBoard(executor, boardId);
  return planDates(plan, timeZone);
}

async function createSeries(
  tx: Transaction,
  series: Omit<typeof meetingSeries.$inferInsert, 'id' | 'createdAt'>,
): Promise<string> {
  const id = newId();
  await tx.insert(meetingSeries).values({ ...series, id, createdAt: new Date() });
  return id;
}

/**
 * Plans one date or a series, all or nothing, with what the board decides at this moment: its video (unless the plan has
 * its own), its places, its closing of registrations. A later change of the board changes none of them (OO-36). The
 * members are invited in one notice. Throws `invalid` like the preview, and `wrong_state` for a platform, which answers
 * without meeting. Source: OO-30, OO-32, OO-33 to OO-36, SC-82.
 */
export async function planMeetings(
  { database, audit, ...telling }: { database: Database; audit: Audit } & TellNeeds,
  principal: Principal,
  boardId: string,
  plan: MeetingPlan,
): Promise<{ meetingIds: string[] }> {
  const { startsAt: localStart, rule, durationMinutes, fictitious } = plan;
  return database.transaction(async (tx) => {
    const board = await readBoard(tx, boardId);
    if (board.kind === 'opinion_platform') throw new AppError('wrong_state');
    const { timeZone, capacity, closingHours } = board;
    const dates = planDates(plan, timeZone);
    const video = plan.video ?? board.video;
    const createdBy = principal.accountId;
    const seriesId = rule === null ? null : await createSeries(tx, { boardId, rule, localStart, timeZone, createdBy });
    const planned = [];
    for (const startsAt of dates) {
      const meeting = { startsAt, durationMinutes, fictitious, video };
      const registrationClosesAt = usualClosing(startsAt, closingHours);
      const id = await createMeeting(tx, { ...meeting, boardId, seriesId, capacity, registrationClosesAt });
      planned.push({ ...meeting, id, state: 'planned' as const, revision: 1 });
    }
    await tellPeople(tx, telling, { kind: 'meeting_planned', board, meetings: planned, except: createdBy });
    const meetingIds = planned.map(({ id }) => id);
    await audit.record(
      tx,
      'meeting.planned',
      { ...principal, subject: `board:${boardId}` },
      { meetingIds, seriesId, fictitious },
    );
    return { meetingIds };
  });
}
