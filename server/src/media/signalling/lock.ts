import { lockCall } from '../../calls/index.ts';
import { inside } from './handler.ts';

/** Nobody else comes in, until it is open again. */
export const lock = inside<'lock'>(async ({ needs, call, me }, { locked }) => {
  await lockCall(needs, me.seat.principal, call.meetingId, locked);
  call.room.locked = locked;
  call.changed();
  return null;
});
