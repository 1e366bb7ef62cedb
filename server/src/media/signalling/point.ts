import { inside } from './handler.ts';

/** Relayed while a screen is shared. What comes faster than an eye follows is left out, but never the end of pointing. */
export const point = inside<'point'>(({ call, me }, { at }) => {
  const { participantId } = me.seat;
  const isShown = call.room.screenHeldBy !== null && (me.pointing.tryTake() || at === null);
  if (isShown) call.tell({ event: 'pointer', participantId, at }, me);
  return null;
});
