/** One stream of RTP packets as a browser would send it, with invented content. Sources: RFC 3550, RFC 7741 (VP8). */
export class RtpStream {
  readonly #packet: Buffer;
  readonly #step: number;
  #sequence = 0;
  #timestamp = 0;

  /** `payloadBytes` in each packet; `step`: of the clock, from one packet to the next. */
  constructor(options: { ssrc: number; payloadType: number; payloadBytes: number; step: number }) {
    this.#packet = Buffer.alloc(12 + options.payloadBytes, 0x55);
    this.#packet[0] = 0x80;
    this.#packet[1] = options.payloadType;
    this.#packet.writeUInt32BE(options.ssrc, 8);
    this.#step = options.step;
  }

  /** The next packet; the same buffer each time. `head` replaces the beginning of its content. */
  next(head: Buffer | null, { marker = false, newFrame = true } = {}): Buffer {
    this.#sequence = (this.#sequence + 1) & 0xffff;
    if (newFrame) this.#timestamp = (this.#timestamp + this.#step) >>> 0;
    this.#packet[1] = ((this.#packet[1] ?? 0) & 0x7f) | (marker ? 0x80 : 0);
    this.#packet.writeUInt16BE(this.#sequence, 2);
    this.#packet.writeUInt32BE(this.#timestamp, 4);
    head?.copy(this.#packet, 12);
    return this.#packet;
  }
}

/** Payload types that the bench's producers announce. */
export const payloadTypes = { voice: 100, video: 101 };

/** Voice: 50 packets a second of 80 bytes, 32 kbit/s. */
export const voice = { perSecond: 50, payloadBytes: 80, step: 960 };

/** A face of medium size: 25 pictures a second in two packets of 750 bytes, 300 kbit/s; a key picture each second. */
export const video = { picturesPerSecond: 25, packetsPerPicture: 2, payloadBytes: 750, step: 3_600 };

/** VP8's descriptor, then the first byte of a picture: whether it is a key picture, and the rest of one. */
export const pictureHead = {
  key: Buffer.from([0x10, 0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0x68, 0x01]),
  other: Buffer.from([0x10, 0x11, 0x02, 0x00]),
  rest: Buffer.from([0x00]),
};
