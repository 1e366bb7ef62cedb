import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { syncPath } from '@concertation/shared/contracts';
import { waitFor } from './wait-for.ts';

const types = { sync: 0, awareness: 1, auth: 2, stateless: 5, close: 7, syncStatus: 8 } as const;

/** A socket without a provider: it sends what no honest client would. */
export class RawSocket {
  readonly #webSocket: WebSocket;
  readonly frames: { name: string; type: number; rest: Uint8Array }[] = [];
  closed: { code: number; reason: string } | null = null;

  private constructor(webSocket: WebSocket) {
    this.#webSocket = webSocket;
    webSocket.on('message', (data: Buffer) => {
      const decoder = createDecoder(new Uint8Array(data));
      this.frames.push({
        name: readVarString(decoder),
        type: readVarUint(decoder),
        rest: decoder.arr.subarray(decoder.pos),
      });
    });
    webSocket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    webSocket.on('error', () => undefined);
  }

  /** Connects; resolves with the HTTP status when the upgrade is refused. */
  static async connect(
    server: { origin: string },
    headers: Record<string, string>,
    path: string = syncPath,
  ): Promise<RawSocket | number> {
    const webSocket = new WebSocket(server.origin.replace(/^http/, 'ws') + path, { headers });
    const raw = new RawSocket(webSocket);
    return new Promise((done) => {
      webSocket.once('open', () => done(raw));
      webSocket.once('unexpected-response', (_request, response) => {
        response.resume();
        done(response.statusCode ?? 0);
      });
    });
  }

  sendBytes(bytes: Uint8Array): void {
    this.#webSocket.send(bytes);
  }

  #send(name: string, type: number, write: (encoder: ReturnType<typeof createEncoder>) => void): void {
    const encoder = createEncoder();
    writeVarString(encoder, name);
    writeVarUint(encoder, type);
    write(encoder);
    this.sendBytes(toUint8Array(encoder));
  }

  /** Opens a document. Resolves with `null` once it is open, or with the reason of the refusal. */
  async open(name: string): Promise<string | null> {
    const since = this.frames.length;
    this.#send(name, types.auth, (encoder) => {
      writeVarUint(encoder, 0);
      writeVarString(encoder, '');
    });
    // The answer to the question of synchronisation comes only from an open document.
    this.#send(name, types.sync, (encoder) => {
      writeVarUint(encoder, 0);
      writeVarUint8Array(encoder, Uint8Array.of(0));
    });
    let reason: string | null | undefined;
    await waitFor(() => {
      for (const frame of this.frames.slice(since).filter((candidate) => candidate.name === name)) {
        const decoder = createDecoder(frame.rest);
        if (frame.type === types.auth && readVarUint(decoder) === 1) reason = readVarString(decoder);
        else if (frame.type === types.sync) reason ??= null;
      }
      return reason !== undefined;
    }, `${name} answered`);
    return reason as string | null;
  }

  /** `kind`: 1 for the answer of a synchronisation, 2 for news. */
  sendUpdate(name: string, update: Uint8Array, kind: 1 | 2 = 2): void {
    this.#send(name, types.sync, (encoder) => {
      writeVarUint(encoder, kind);
      writeVarUint8Array(encoder, update);
    });
  }

  sendAwareness(name: string, update: Uint8Array): void {
    this.#send(name, types.awareness, (encoder) => writeVarUint8Array(encoder, update));
  }

  /** The acknowledgements received for a document, in order. */
  statuses(name: string): boolean[] {
    return this.frames
      .filter((frame) => frame.type === types.syncStatus && frame.name === name)
      .map(({ rest }) => rest[0] === 1);
  }

  /** What was told to this document's client. */
  told(name: string): unknown[] {
    return this.frames
      .filter((frame) => frame.type === types.stateless && frame.name === name)
      .map(({ rest }) => JSON.parse(readVarString(createDecoder(rest))) as unknown);
  }

  /** Why the server closed a document's channel; null while it is open. */
  closeReason(name: string): string | null {
    const frame = this.frames.findLast((candidate) => candidate.type === types.close && candidate.name === name);
    return frame ? readVarString(createDecoder(frame.rest)) : null;
  }

  end(): void {
    this.#webSocket.terminate();
  }
}
