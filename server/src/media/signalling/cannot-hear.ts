import { inside } from './handler.ts';

/** To the chair, or from the chair to the others who run the meeting. It says nothing of who, and too often is as once. */
export const cannotHear = inside<'cannotHear'>(({ call, me }) => {
  if (!me.notHearing.tryTake()) return null;
  const { chair } = call.room;
  const isFromChair = chair === null || chair === me.seat;
  const told = call.seats.filter((live) =>
    isFromChair ? live !== me && call.room.isModerator(live.seat) : live.seat === chair,
  );
  for (const { line } of told) line?.tell({ event: 'cannot_hear' });
  return null;
});
