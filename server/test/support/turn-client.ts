import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** The little of STUN and TURN that a test says by hand. Sources: RFC 8489 §14, RFC 8656 §18. */
const methods = { allocate: 0x0003, createPermission: 0x0008 };
const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  peerAddress: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  relayedAddress: 0x0016,
  requestedTransport: 0x0019,
};
const magic = 0x2112a442;
const header = 20;
const answerWithinMs = 5_000;

export type TurnAnswer = { status: number; attributes: Map<number, Buffer> };
export type TurnAccess = { username: string; credential: string };
/** One way to a relay: sends a message, gives its answer. */
export type TurnWay = { ask: (message: Buffer) => Promise<Buffer>; close: () => void };

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function message(method: number, parts: Buffer[], key: Buffer | null): Buffer {
  const head = Buffer.alloc(header);
  head.writeUInt16BE(method, 0);
  head.writeUInt32BE(magic, 4);
  randomBytes(12).copy(head, 8);
  const body = Buffer.concat(parts);
  if (!key) {
    head.writeUInt16BE(body.length, 2);
    return Buffer.concat([head, body]);
  }
  // The length that is signed counts the signature itself.
  head.writeUInt16BE(body.length + 24, 2);
  const signed = Buffer.concat([head, body]);
  const signature = createHmac('sha1', key).update(signed).digest();
  return Buffer.concat([signed, attribute(attributes.messageIntegrity, signature)]);
}

function read(bytes: Buffer): TurnAnswer {
  const found = new Map<number, Buffer>();
  const end = header + bytes.readUInt16BE(2);
  for (let at = header; at + 4 <= end;) {
    const length = bytes.readUInt16BE(at + 2);
    found.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  const error = found.get(attributes.errorCode);
  return { status: error ? (error[2] ?? 0) * 100 + (error[3] ?? 0) : 200, attributes: found };
}

function peer(address: string): Buffer {
  const value = Buffer.alloc(8);
  value[1] = 1;
  value.writeUInt16BE(9 ^ (magic >>> 16), 2);
  const four = Buffer.from(address.split('.').map(Number)).readUInt32BE();
  value.writeUInt32BE((four ^ magic) >>> 0, 4);
  return value;
}

/** Asks a relay, with credentials or without, what a browser would ask of it. */
export class TurnClient {
  readonly #way: TurnWay;
  readonly #access: TurnAccess | null;
  #realm: Buffer = Buffer.alloc(0);
  #nonce: Buffer = Buffer.alloc(0);

  constructor(way: TurnWay, access: TurnAccess | null) {
    this.#way = way;
    this.#access = access;
  }

  /** Asks for an address on the relay, first without credentials, as browsers do. `protocol`: 17 UDP, 6 TCP. */
  async allocate(protocol = 17): Promise<TurnAnswer> {
    const wanted = attribute(attributes.requestedTransport, Buffer.from([protocol, 0, 0, 0]));
    const refused = read(await this.#way.ask(message(methods.allocate, [wanted], null)));
    this.#realm = refused.attributes.get(attributes.realm) ?? Buffer.alloc(0);
    this.#nonce = refused.attributes.get(attributes.nonce) ?? Buffer.alloc(0);
    return this.#access ? this.#signed(methods.allocate, [wanted]) : refused;
  }

  /** Asks that somebody at an address may be reached through the relay. */
  permit(address: string): Promise<TurnAnswer> {
    return this.#signed(methods.createPermission, [attribute(attributes.peerAddress, peer(address))]);
  }

  close(): void {
    this.#way.close();
  }

  async #signed(method: number, parts: Buffer[]): Promise<TurnAnswer> {
    const { username, credential } = this.#access ?? { username: '', credential: '' };
    const key = createHash('md5').update(`${username}:${this.#realm.toString()}:${credential}`).digest();
    const who = [
      attribute(attributes.username, Buffer.from(username)),
      attribute(attributes.realm, this.#realm),
      attribute(attributes.nonce, this.#nonce),
    ];
    return read(await this.#way.ask(message(method, [...parts, ...who], key)));
  }
}

/** Whether an answer gives an address on the relay. */
export const hasRelay = ({ status, attributes: found }: TurnAnswer): boolean =>
  status === 200 && found.has(attributes.relayedAddress);

function silent(): Error {
  return new Error('the relay did not answer');
}

/** To a relay over UDP. */
export function overUdp(port: number): TurnWay {
  const socket = createSocket('udp4');
  return {
    ask: (sent) =>
      new Promise((answered, failed) => {
        const limit = setTimeout(() => failed(silent()), answerWithinMs);
        socket.once('message', (bytes) => {
          clearTimeout(limit);
          answered(bytes);
        });
        socket.send(sent, port, '127.0.0.1');
      }),
    close: () => socket.close(),
  };
}

/** To a relay over TCP, or over TLS whatever its certificate. */
export function overTcp(port: number, secure: boolean): TurnWay {
  const at = { port, host: '127.0.0.1' };
  const socket = secure ? connectTls({ ...at, rejectUnauthorized: false }) : connectTcp(at);
  socket.on('error', () => undefined);
  return {
    ask: (sent) =>
      new Promise((answered, failed) => {
        let received: Buffer = Buffer.alloc(0);
        const limit = setTimeout(() => failed(silent()), answerWithinMs);
        const take = (chunk: Buffer): void => {
          received = Buffer.concat([received, chunk]);
          if (received.length < header || received.length < header + received.readUInt16BE(2)) return;
          clearTimeout(limit);
          socket.off('data', take);
          answered(received);
        };
        socket.on('data', take);
        socket.write(sent);
      }),
    close: () => socket.destroy(),
  };
}
