import { mediaOf } from '../rooms/live-seat.ts';
import { inside } from './handler.ts';

/** Stops receiving. */
export const closeConsumer = inside<'closeConsumer'>(({ me }, { consumerId }) => {
  mediaOf(me).closeConsumer(consumerId);
  return null;
});
