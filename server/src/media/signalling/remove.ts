import { may } from '@concertation/shared/access';
import { decideAdmission } from '../../calls/index.ts';
import { AppError } from '../../lib/index.ts';
import type { LiveCall } from '../rooms/live-call.ts';
import { inside, type SignallingNeeds } from './handler.ts';

/** Takes the seat of who was removed. In turn: they may be coming back at this moment, let in by what was so before. */
export function dropRemoved({ calls }: SignallingNeeds, call: LiveCall, accountId: string): Promise<void> {
  return calls.inTurn(call.meetingId, async () => {
    const now = call.seatOf(accountId);
    if (now) call.drop(now, 'removed');
  });
}

/** Removes somebody for good. Throws `forbidden` for who may run the meeting, and for oneself. */
export const remove = inside<'remove'>(async ({ needs, call, me }, { participantId }) => {
  const live = call.seat(participantId);
  if (live === me || may('meeting.run', live.seat.roles)) throw new AppError('forbidden');
  const { accountId } = live.seat.principal;
  await decideAdmission(needs, me.seat.principal, { meetingId: call.meetingId, accountId, decision: 'removed' });
  await dropRemoved(needs, call, accountId);
  return null;
});
