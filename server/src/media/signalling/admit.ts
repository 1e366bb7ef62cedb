import { decideAdmission } from '../../calls/index.ts';
import { inside } from './handler.ts';
import { dropRemoved } from './remove.ts';

/** « Admettre », or turn away for good. Throws `not_found` for somebody who does not wait. */
export const admit = inside<'admit'>(async ({ needs, call, me }, { accountId, admitted }) => {
  call.door.require(accountId);
  const decision = admitted ? 'admitted' : 'removed';
  await decideAdmission(needs, me.seat.principal, { meetingId: call.meetingId, accountId, decision });
  if (admitted) {
    call.door.admit(accountId);
    return null;
  }
  call.door.turnAway(accountId, 'removed');
  // Somebody else may have let them in meanwhile.
  await dropRemoved(needs, call, accountId);
  return null;
});
