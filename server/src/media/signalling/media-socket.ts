import type { WebSocket } from 'ws';
import {
  type CallEnd,
  closeCodes,
  type CloseReason,
  type ErrorCode,
  type MediaEvent,
  type ReplyFrame,
  requestFrame,
  type RequestFrame,
} from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { TokenBucket } from '../../sockets/index.ts';
import type { EngineProbe } from '../engine/engine-port.ts';
import type { Line } from '../rooms/line.ts';
import type { LiveCall } from '../rooms/live-call.ts';

/** A reader slower than this is cut off rather than kept in memory: it comes back to its seat. */
const outgoingBytes = 2 * 1024 * 1024;
/** A client this far ahead of its rate is no browser of ours. */
const rateDebtMs = 5_000;
const unreadableFrames = 3;
/** Who does not answer the closing is closed all the same: their seat must not look taken. */
const closeWithinMs = 1_000;
/** Repeated by the reply to what bears no readable id. */
const noId = -1;

const closings: Record<CallEnd, CloseReason> = {
  signed_out: 'session_ended',
  withdrawn: 'access_withdrawn',
  removed: 'access_withdrawn',
  replaced: 'access_withdrawn',
};

/** One browser's signalling socket: requests in, one at a time and in order; replies and events out (rules MED-20 to MED-22). */
export class MediaSocket implements Line {
  readonly principal: Principal;
  /** The call that it joined last; whether it still has a seat there is the call's to say. */
  call: LiveCall | null = null;
  probe: EngineProbe | null = null;
  readonly #webSocket: WebSocket;
  readonly #bucket: TokenBucket;
  #turn: Promise<void> = Promise.resolve();
  #unreadable = 0;
  #alive = true;

  constructor(webSocket: WebSocket, principal: Principal, messagesPerSecond: number) {
    this.#webSocket = webSocket;
    this.principal = principal;
    this.#bucket = new TokenBucket(messagesPerSecond);
    webSocket.on('pong', () => (this.#alive = true));
    webSocket.on('error', () => webSocket.terminate());
  }

  get isOpen(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN;
  }

  /** Hands each request to `answer`, which gives what the reply says and never throws. */
  receive(answer: (frame: RequestFrame) => Promise<{ data: unknown } | { error: ErrorCode }>): void {
    this.#webSocket.on('message', (data: Buffer, isBinary: boolean) => {
      this.#alive = true;
      if (!this.isOpen || !this.#keepRate()) return;
      const frame = isBinary ? null : readFrame(data);
      if (!frame) return this.#refuseUnreadable();
      this.#turn = this.#turn.then(async () => {
        // What was asked before the end of the call is not done after it.
        if (this.isOpen) this.#reply({ reply: frame.id, ...(await answer(frame)) });
      });
    });
  }

  #keepRate(): boolean {
    const waitMs = this.#bucket.take();
    if (waitMs > rateDebtMs) {
      this.close('too_many');
      return false;
    }
    if (waitMs > 0) {
      this.#webSocket.pause();
      setTimeout(() => this.#webSocket.resume(), waitMs).unref();
    }
    return true;
  }

  #refuseUnreadable(): void {
    this.#unreadable += 1;
    this.#reply({ reply: noId, error: 'malformed' });
    if (this.#unreadable >= unreadableFrames) this.close('update_refused');
  }

  #reply(frame: ReplyFrame): void {
    this.send(JSON.stringify(frame));
  }

  tell(event: MediaEvent): void {
    this.send(JSON.stringify(event));
  }

  send(frame: string): void {
    if (!this.isOpen) return;
    if (this.#webSocket.bufferedAmount > outgoingBytes) this.#webSocket.terminate();
    else this.#webSocket.send(frame);
  }

  end(reason: CallEnd): void {
    this.tell({ event: 'ended', reason });
    this.close(closings[reason]);
  }

  close(reason: CloseReason): void {
    this.#webSocket.close(closeCodes[reason], reason);
    // The answer to the closing must be read.
    this.#webSocket.resume();
    setTimeout(() => this.terminate(), closeWithinMs).unref();
  }

  /** Asks whether somebody is still there. A network that went away says nothing: who did not answer the last time is cut off. */
  beat(): void {
    if (!this.#alive) return this.terminate();
    this.#alive = false;
    if (this.isOpen) this.#webSocket.ping();
  }

  /** Closes without waiting for the other side. */
  terminate(): void {
    this.#webSocket.terminate();
  }
}

function readFrame(data: Buffer): RequestFrame | null {
  try {
    return requestFrame.safeParse(JSON.parse(data.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
