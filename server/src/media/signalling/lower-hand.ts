import { inside } from './handler.ts';

/** Once somebody had the floor. */
export const lowerHand = inside<'lowerHand'>(({ call }, { participantId }) => {
  call.seat(participantId).seat.handRaisedAt = null;
  call.changed();
  return null;
});
