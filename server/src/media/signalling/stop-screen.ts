import { inside } from './handler.ts';

/** When nobody shares, there is nothing to stop. */
export const stopScreen = inside<'stopScreen'>(({ call }) => {
  const holder = call.room.screenHeldBy;
  if (holder) call.closeSource(call.seat(holder.participantId), 'screen');
  return null;
});
