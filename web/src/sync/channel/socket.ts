import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider';
import { closeCodes } from '@concertation/shared/contracts';
import { type Frame, readFrame } from './frames.ts';

/** Sends at once or not at all: what was typed without a connection leaves once, with the next handshake. */
class DirectSocket extends HocuspocusProviderWebsocket {
  onSent: (bytes: Uint8Array) => void = () => undefined;

  override send(bytes: Uint8Array): void {
    if (this.webSocket?.readyState !== WebSocket.OPEN) return;
    this.onSent(bytes);
    super.send(bytes);
  }

  /** Closes now: the browser's own close event may come much later, and a return in between would be ignored. */
  drop(code: number): void {
    if (this.status !== WebSocketStatus.Disconnected) this.emit('close', { event: { code, reason: '' } });
  }
}

export type SocketEvents = {
  /** The connection opened or was lost. */
  status: () => void;
  /** The connection was lost with this code. */
  closed: (code: number) => void;
  frame: (direction: 'sent' | 'received', frame: Frame) => void;
};

type SocketOptions = {
  url: string;
  /** Asks over HTTP whether the session still lives: an upgrade refused with 401 looks like any lost network. */
  sessionLives: () => Promise<boolean>;
  /** The session ended: nothing reconnects any more. */
  onSignedOut: () => void;
};

/** Returns spread over some seconds, so that a restarted server does not meet everybody at once. A fraction would never connect. */
const firstDelay = () => 1000 + Math.floor(Math.random() * 1500);

/** Failed attempts in a row before asking whether the session still lives. */
const doubtAfter = 2;

/** The one WebSocket of the signed-in account; every document has a channel on it. */
export class SyncSocket {
  readonly socket: DirectSocket;
  /** True until an attempt has succeeded or failed. */
  firstAttempt = true;
  signedOut = false;
  #options: SocketOptions;
  #listeners = new Set<Partial<SocketEvents>>();
  #failures = 0;
  #wanted = false;
  #onOnline = () => {
    if (this.#wanted && !this.connected) void this.socket.connect();
  };
  /** A socket that still looks open may take minutes to notice that the network is gone: the browser knows first. */
  #onOffline = () => this.reconnect();

  constructor(options: SocketOptions) {
    this.#options = options;
    this.socket = new DirectSocket({
      url: options.url,
      autoConnect: false,
      delay: firstDelay(),
      minDelay: 1000,
      factor: 1.5,
      maxDelay: 15_000,
      jitter: true,
    });
    this.socket.onSent = (bytes) => this.#frame('sent', bytes);
    this.socket.on('message', ({ data }: MessageEvent<ArrayBuffer>) => this.#frame('received', new Uint8Array(data)));
    this.socket.on('status', ({ status }: { status: WebSocketStatus }) => this.#status(status));
    this.socket.on('close', ({ event }: { event: { code: number } }) => this.#closed(event.code));
    addEventListener('online', this.#onOnline);
    addEventListener('offline', this.#onOffline);
  }

  get connected(): boolean {
    return this.socket.status === WebSocketStatus.Connected;
  }

  /** Hears of the connection and of the frames; returns the way to stop hearing. */
  listen(events: Partial<SocketEvents>): () => void {
    this.#listeners.add(events);
    return () => this.#listeners.delete(events);
  }

  /** Connects when the first channel needs it. */
  connect(): void {
    if (this.#wanted || this.signedOut) return;
    this.#wanted = true;
    void this.socket.connect();
  }

  /** Lets go when no channel needs it. */
  disconnect(): void {
    this.#wanted = false;
    this.socket.disconnect();
    this.socket.drop(1000);
  }

  /**
   * A new connection for every channel. A channel that the server closed comes back in no other way: opened again on the
   * same connection it says « synced » while the server has not got its edits (anchors, T3).
   */
  reconnect(): void {
    if (!this.#wanted || !this.connected) return;
    this.socket.drop(4408);
    void this.socket.connect();
  }

  dispose(): void {
    removeEventListener('online', this.#onOnline);
    removeEventListener('offline', this.#onOffline);
    this.#listeners.clear();
    this.socket.destroy();
  }

  #frame(direction: 'sent' | 'received', bytes: Uint8Array): void {
    const frame = readFrame(bytes);
    if (frame) for (const listener of this.#listeners) listener.frame?.(direction, frame);
  }

  #status(status: WebSocketStatus): void {
    if (status === WebSocketStatus.Connected) {
      this.firstAttempt = false;
      this.#failures = 0;
    }
    for (const listener of this.#listeners) listener.status?.();
  }

  #closed(code: number): void {
    this.firstAttempt = false;
    for (const listener of this.#listeners) listener.closed?.(code);
    if (code === closeCodes.session_ended) return this.#signOut();
    this.#failures += 1;
    if (this.#wanted && this.#failures % doubtAfter === 0) void this.#checkSession();
  }

  async #checkSession(): Promise<void> {
    if (!(await this.#options.sessionLives())) this.#signOut();
  }

  #signOut(): void {
    if (this.signedOut) return;
    this.signedOut = true;
    this.disconnect();
    this.#options.onSignedOut();
    for (const listener of this.#listeners) listener.status?.();
  }
}
