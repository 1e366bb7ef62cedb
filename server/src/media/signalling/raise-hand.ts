import { inside } from './handler.ts';

/** « Lever la main ». Raised twice, it keeps its turn. */
export const raiseHand = inside<'raiseHand'>(({ call, me }, { raised }) => {
  me.seat.handRaisedAt = raised ? (me.seat.handRaisedAt ?? new Date()) : null;
  call.changed();
  return null;
});
