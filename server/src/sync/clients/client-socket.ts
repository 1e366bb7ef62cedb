import { type Hocuspocus, MessageType } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import { closeCodes, type CloseReason } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Journal } from '../../documents/index.ts';
import { TokenBucket } from '../../sockets/index.ts';
import { type FrameHeader, frameType, isPermissionDenied, readHeader } from './frames.ts';

export type SocketLimits = { messagesPerSecond: number };

/** A reader slower than this is cut off rather than kept in memory: it comes back and asks for what it missed. */
const outgoingBytes = 8 * 1024 * 1024;
/** Presence is a name and a few positions. */
const awarenessBytes = 64 * 1024;
/** A client this far ahead of its rate is not typing. */
const rateDebtMs = 5_000;
/** What Hocuspocus closes with on a frame it cannot read; ours means that the session ended, which is final. */
const hocuspocusUnreadable = 4401;

/**
 * One browser's socket, as Hocuspocus sees it: what is sent and received passes here. It holds acknowledgements back
 * until what they acknowledge is durable (rule SYNC-1), and keeps the socket within its limits (rule SYNC-16).
 */
export class ClientSocket {
  readonly principal: Principal;
  /** Documents open on it. */
  channels = 0;
  readonly #webSocket: WebSocket;
  readonly #journal: Journal;
  readonly #bucket: TokenBucket;
  /** Addresses whose channel is closed or was refused: what still comes for them is dropped, until they ask again. */
  readonly #shut = new Set<string>();
  readonly #withheld = new Set<string>();
  #usedAt = 0;

  constructor(webSocket: WebSocket, principal: Principal, journal: Journal, limits: SocketLimits) {
    this.#webSocket = webSocket;
    this.principal = principal;
    this.#journal = journal;
    this.#bucket = new TokenBucket(limits.messagesPerSecond);
  }

  get readyState(): number {
    return this.#webSocket.readyState;
  }

  /** Hands what arrives to Hocuspocus. */
  receive(client: ReturnType<Hocuspocus['handleConnection']>): void {
    this.#webSocket.on('message', (data: Buffer) => {
      if (this.#webSocket.readyState !== this.#webSocket.OPEN) return;
      this.#keepRate();
      if (this.#isWanted(data)) client.handleMessage(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    });
    this.#webSocket.on('close', (code, reason) => client.handleClose({ code, reason: reason.toString() }));
    this.#webSocket.on('error', () => this.#webSocket.terminate());
  }

  #keepRate(): void {
    const waitMs = this.#bucket.take();
    if (waitMs === 0) return;
    if (waitMs > rateDebtMs) return this.end('too_many');
    this.#webSocket.pause();
    setTimeout(() => this.#webSocket.resume(), waitMs).unref();
  }

  #isWanted(frame: Uint8Array): boolean {
    if (this.#shut.size === 0 && frame.byteLength <= awarenessBytes) return true;
    const header = readHeader(frame);
    if (!header) return true;
    if (header.type === MessageType.Awareness && frame.byteLength > awarenessBytes) return false;
    if (header.type === MessageType.Auth) this.#shut.delete(header.address);
    return !this.#shut.has(header.address);
  }

  /** Drops what still comes for a closed channel. Hocuspocus would keep it, and replay it into the next channel. */
  shut(address: string): void {
    this.#shut.add(address);
  }

  /** Keeps back the next « not saved » of a channel: its update is put off, and will be answered later. */
  withholdRefusal(address: string): void {
    this.#withheld.add(address);
  }

  send(frame: Uint8Array): void {
    const type = frameType(frame);
    if (type === MessageType.SyncStatus || type === MessageType.Auth) {
      const header = readHeader(frame);
      if (header && this.#isHeldBack(header, frame)) return;
    }
    this.#write(frame);
  }

  #isHeldBack(header: FrameHeader, frame: Uint8Array): boolean {
    if (isPermissionDenied(header)) this.shut(header.address);
    if (header.type !== MessageType.SyncStatus) return false;
    if (header.subtype === 0) return this.#withheld.delete(header.address);
    return this.#journal.afterCommit(header.document, () => this.#write(frame));
  }

  #write(frame: Uint8Array): void {
    if (this.#webSocket.readyState !== this.#webSocket.OPEN) return;
    if (this.#webSocket.bufferedAmount > outgoingBytes) this.#webSocket.terminate();
    else this.#webSocket.send(frame);
  }

  /** Called by Hocuspocus. */
  close(code?: number, reason?: string): void {
    if (code === hocuspocusUnreadable) this.end('update_refused');
    else this.#webSocket.close(code, reason);
  }

  /** Closes the whole socket, saying why. */
  end(reason: CloseReason): void {
    this.#webSocket.close(closeCodes[reason], reason);
    // The answer to the closing must be read.
    this.#webSocket.resume();
  }

  /** Takes nothing more in, so that what was taken can be acknowledged before the end. */
  stopReading(): void {
    this.#webSocket.pause();
  }

  /** Closes without waiting for the other side. */
  terminate(): void {
    this.#webSocket.terminate();
  }

  /** Notes that somebody wrote: use that puts off the idle end of their session. */
  used(): void {
    this.#usedAt = Date.now();
  }

  /** True when somebody wrote since the instant given, in milliseconds. */
  usedSince(instant: number): boolean {
    return this.#usedAt > instant;
  }
}
