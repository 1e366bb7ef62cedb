import type { MediaSource } from '@concertation/shared/contracts';
import type { types } from 'mediasoup';
import { AppError } from '../../lib/index.ts';
import type { Branch } from './branch.ts';
import type { WireParameters } from './engine-port.ts';
import { fromWire } from './refusals.ts';
import type { Room } from './room.ts';
import { SentSource } from './sent-source.ts';
import { incomingBitrate, sourceLimits } from './source-limits.ts';
import { readRtpParameters } from './wire/rtp-parameters.ts';

/** What one participant sends: at most one producer for each source. */
export class SeatProducers {
  readonly #seatId: string;
  readonly #room: Room;
  readonly #branch: Branch;
  readonly #transport: types.WebRtcTransport;
  readonly #sent = new Map<MediaSource, types.Producer>();

  constructor(seatId: string, room: Room, branch: Branch, transport: types.WebRtcTransport) {
    this.#seatId = seatId;
    this.#room = room;
    this.#branch = branch;
    this.#transport = transport;
  }

  /**
   * Replaces the producer of the same source; a refusal leaves that one as it is. Throws `malformed`, and `not_found`
   * once the seat is closed.
   */
  async produce(source: MediaSource, value: WireParameters, paused: boolean): Promise<{ producerId: string }> {
    const rtpParameters = readRtpParameters(value, source);
    const { kind, keyFrameDelay } = sourceLimits[source];
    const producer = await fromWire(async () => {
      const made = await this.#transport.produce({
        kind,
        rtpParameters,
        paused,
        keyFrameRequestDelay: keyFrameDelay,
        appData: { seatId: this.#seatId },
      });
      if (source === 'microphone')
        await this.#branch.listen(made.id).catch((error: unknown) => {
          made.close();
          throw error;
        });
      return made;
    });
    // mediasoup makes it all the same on a transport that closed meanwhile, and then nothing closes it.
    if (this.#transport.closed) {
      producer.close();
      throw new AppError('not_found');
    }
    this.close(source);
    this.#keep(source, producer);
    await this.#limit();
    return { producerId: producer.id };
  }

  /** Throws `not_found` for a source that is not sent. */
  async pause(source: MediaSource, paused: boolean): Promise<void> {
    const producer = this.#sent.get(source);
    if (!producer) throw new AppError('not_found');
    await fromWire(() => (paused ? producer.pause() : producer.resume()));
    if (paused && source === 'microphone') this.#room.speaker.forget(this.#seatId);
  }

  /** Nothing when it is not sent. */
  close(source: MediaSource): void {
    const producer = this.#sent.get(source);
    if (!producer) return;
    this.#sent.delete(source);
    producer.close();
    if (source === 'microphone') this.#room.speaker.forget(this.#seatId);
    void this.#limit();
  }

  #keep(source: MediaSource, producer: types.Producer): void {
    if (producer.closed) return;
    this.#sent.set(source, producer);
    this.#room.sources.set(producer.id, new SentSource(this.#seatId, source, producer, this.#branch));
    producer.observer.once('close', () => this.#room.sources.delete(producer.id));
  }

  /** A sender that ignores it floods nobody: the worker tells its browser, and receivers have their own limits. */
  async #limit(): Promise<void> {
    await this.#transport.setMaxIncomingBitrate(incomingBitrate(this.#sent.keys())).catch(() => undefined);
  }
}
