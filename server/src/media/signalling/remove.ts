import { may } from '@concertation/shared/access';
import { decideAdmission } from '../../calls/index.ts';
import { AppError } from '../../lib/index.ts';
import { inside } from './handler.ts';

/** Removes somebody for good. Throws `forbidden` for who may run the meeting, and for oneself. */
export const remove = inside<'remove'>(async ({ needs, call, me }, { participantId }) => {
  const live = call.seat(participantId);
  if (live === me || may('meeting.run', live.seat.roles)) throw new AppError('forbidden');
  const { accountId } = live.seat.principal;
  await decideAdmission(needs, me.seat.principal, { meetingId: call.meetingId, accountId, decision: 'removed' });
  // In turn: they may be coming back at this moment, let in by what was so before.
  return needs.calls.inTurn(call.meetingId, async () => {
    const now = call.seatOf(accountId);
    if (now) call.drop(now, 'removed');
    return null;
  });
});
