import type { ConsumerOptions } from '@concertation/shared/contracts';
import type { types } from 'mediasoup';
import { AppError } from '../../lib/index.ts';
import type { Branch } from './branch.ts';
import type { WireParameters } from './engine-port.ts';
import { fromEngine, fromWire } from './refusals.ts';
import type { Room } from './room.ts';
import type { SentSource } from './sent-source.ts';
import { sourceLimits } from './source-limits.ts';
import { readRtpCapabilities } from './wire/rtp-capabilities.ts';

type Received = { consumer: types.Consumer; sent: SentSource };

const told = ({ id, producerId, kind, rtpParameters, producerPaused }: types.Consumer): ConsumerOptions => ({
  id,
  producerId,
  kind,
  rtpParameters,
  producerPaused,
});

/** What one participant receives: at most one consumer for each producer, and so many cameras. */
export class SeatConsumers {
  readonly #seatId: string;
  readonly #room: Room;
  readonly #branch: Branch;
  readonly #transport: types.WebRtcTransport;
  readonly #received = new Map<string, Received>();

  constructor(seatId: string, room: Room, branch: Branch, transport: types.WebRtcTransport) {
    this.#seatId = seatId;
    this.#room = room;
    this.#branch = branch;
    this.#transport = transport;
  }

  /**
   * Receives all of these that live and are others', or none: `too_many` above the limit of cameras. What is received
   * already is received anew, its former consumer closed. Throws `malformed`.
   */
  async consume(producerIds: readonly string[], value: WireParameters): Promise<ConsumerOptions[]> {
    const rtpCapabilities = readRtpCapabilities(value);
    const wanted = [...new Set(producerIds)].flatMap((id) => this.#room.sources.get(id) ?? []);
    const others = wanted.filter(({ seatId }) => seatId !== this.#seatId);
    this.#refuseTooMany(others);
    const received = await Promise.allSettled(others.map((sent) => this.#receive(sent, rtpCapabilities)));
    const refused = received.find((one) => one.status === 'rejected');
    const consumers = received.flatMap((one) => (one.status === 'fulfilled' && one.value ? one.value : []));
    if (!refused) return consumers.filter(({ closed }) => !closed).map(told);
    for (const consumer of consumers) consumer.close();
    throw refused.reason;
  }

  /** Throws `not_found` for a consumer that is not this seat's, or no longer. */
  async tune(
    consumerId: string,
    { paused, spatialLayer }: { paused: boolean; spatialLayer?: number | undefined },
  ): Promise<void> {
    const received = this.#received.get(consumerId);
    if (!received) throw new AppError('not_found');
    const { consumer, sent } = received;
    await fromWire(async () => {
      if (spatialLayer !== undefined && consumer.type !== 'simple') await consumer.setPreferredLayers({ spatialLayer });
      await (paused ? consumer.pause() : consumer.resume());
    }).catch((error: unknown) => {
      throw consumer.closed || sent.producer.closed ? new AppError('not_found') : error;
    });
  }

  /** Nothing when there is none of this id. */
  close(consumerId: string): void {
    this.#received.get(consumerId)?.consumer.close();
  }

  #refuseTooMany(more: readonly SentSource[]): void {
    const cameras = new Set(
      [...more, ...[...this.#received.values()].map(({ sent }) => sent)].filter(({ source }) => source === 'camera'),
    );
    if (cameras.size > this.#room.settings.videosPerParticipant) throw new AppError('too_many');
  }

  /** Null when what was sent ended meanwhile. */
  async #receive(sent: SentSource, rtpCapabilities: types.RtpCapabilities): Promise<types.Consumer | null> {
    const { producer, source } = sent;
    const { kind, priority, firstLayer } = sourceLimits[source];
    try {
      await fromEngine(() => sent.reach(this.#branch));
      const consumer = await fromWire(() =>
        this.#transport.consume({
          producerId: producer.id,
          rtpCapabilities,
          paused: kind === 'video',
          ...(producer.type === 'simple' ? {} : { preferredLayers: { spatialLayer: firstLayer } }),
        }),
      );
      // mediasoup makes it all the same on a transport that closed meanwhile, and then nothing closes it.
      if (this.#transport.closed) {
        consumer.close();
        throw new AppError('not_found');
      }
      this.#replace(consumer, sent);
      if (kind === 'video')
        await fromWire(() => consumer.setPriority(priority)).catch((error: unknown) => {
          consumer.close();
          throw error;
        });
      return consumer;
    } catch (error) {
      if (producer.closed) return null;
      throw error;
    }
  }

  #replace(consumer: types.Consumer, sent: SentSource): void {
    for (const former of this.#received.values()) if (former.sent === sent) former.consumer.close();
    this.#received.set(consumer.id, { consumer, sent });
    consumer.observer.once('close', () => this.#received.delete(consumer.id));
  }
}
