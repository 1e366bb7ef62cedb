import { mediaOf } from '../rooms/live-seat.ts';
import { inside } from './handler.ts';

/** What is not seen is paused; what is seen comes in the layer that fits. */
export const tuneConsumer = inside<'tuneConsumer'>(async ({ me }, { consumerId, ...tuning }) => {
  await mediaOf(me).tuneConsumer(consumerId, tuning);
  return null;
});
