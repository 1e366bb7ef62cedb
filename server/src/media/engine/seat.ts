import { AppError, newId } from '../../lib/index.ts';
import type { Branch } from './branch.ts';
import type { EngineSeat } from './engine-port.ts';
import { inTurn } from './in-turn.ts';
import type { Room } from './room.ts';
import { SeatConsumers } from './seat-consumers.ts';
import { SeatProducers } from './seat-producers.ts';
import { openTransport } from './webrtc-transport.ts';

/** Opens a participant's media on this branch: two transports, empty. `onClose` is called once. Throws `call_unavailable`. */
export async function openSeat(room: Room, branch: Branch, onClose: () => void): Promise<EngineSeat> {
  const seatId = newId();
  const paths = { udp: room.settings.udp, tcp: true };
  const { door } = branch.worker;
  const send = await openTransport(branch.router, door, paths);
  const receive = await openTransport(branch.router, door, paths).catch((error: unknown) => {
    send.close();
    throw error;
  });
  const producers = new SeatProducers(seatId, room, branch, send.transport);
  const consumers = new SeatConsumers(seatId, room, branch, receive.transport);
  const turn = inTurn();
  let closed = false;

  /** One request of a seat at a time, so that none sees another half done; none after the end. */
  const live = <Result>(act: () => Promise<Result>): Promise<Result> =>
    turn(async () => {
      if (closed) throw new AppError('not_found');
      return act();
    });
  const mine = (transportId: string) => {
    const transport = [send, receive].find(({ id }) => id === transportId);
    if (!transport) throw new AppError('not_found');
    return transport;
  };

  return {
    seatId,
    transports: { send: send.options, receive: receive.options },
    connectTransport: (transportId, dtlsParameters) => live(async () => mine(transportId).connect(dtlsParameters)),
    restartIce: (transportId) => live(async () => mine(transportId).restartIce()),
    produce: (source, rtpParameters, paused) => live(() => producers.produce(source, rtpParameters, paused)),
    pauseSource: (source, paused) => live(() => producers.pause(source, paused)),
    closeSource: (source) => producers.close(source),
    consume: (producerIds, rtpCapabilities) => live(() => consumers.consume(producerIds, rtpCapabilities)),
    tuneConsumer: (consumerId, tuning) => live(() => consumers.tune(consumerId, tuning)),
    closeConsumer: (consumerId) => consumers.close(consumerId),
    close: () => {
      if (closed) return;
      closed = true;
      send.close();
      receive.close();
      room.speaker.forget(seatId);
      onClose();
    },
  };
}
