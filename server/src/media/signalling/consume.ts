import { mediaOf } from '../rooms/live-seat.ts';
import { inside } from './handler.ts';

/** The engine gives what lives in this room alone: a foreign producer is as one that ended. */
export const consume = inside<'consume'>(async ({ me }, { producerIds, rtpCapabilities }) => ({
  consumers: await mediaOf(me).consume(producerIds, rtpCapabilities),
}));
