import { mediaOf } from '../rooms/live-seat.ts';
import { type Handler, placeOf } from './handler.ts';

/** Of the seat, or of the connection test: both sides of a socket may be open. */
export const connectTransport: Handler<'connectTransport'> = async (asking, { transportId, dtlsParameters }) => {
  const { probe } = asking.socket;
  const transport = probe?.transport.id === transportId ? probe : mediaOf(placeOf(asking).me);
  await transport.connectTransport(transportId, dtlsParameters);
  return null;
};
