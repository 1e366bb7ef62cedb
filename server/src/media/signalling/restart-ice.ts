import { mediaOf } from '../rooms/live-seat.ts';
import { inside } from './handler.ts';

/** New credentials come with the new path: those of before may have ended. */
export const restartIce = inside<'restartIce'>(async ({ needs, me }, { transportId }) => ({
  iceParameters: await mediaOf(me).restartIce(transportId),
  iceServers: needs.iceServers(me.seat.participantId),
}));
