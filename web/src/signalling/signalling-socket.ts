import {
  type CallEnd,
  closeCodes,
  type MediaEvent,
  mediaEvent,
  type MediaOutput,
  mediaPathname,
  type MediaRequestName,
  type mediaRequests,
} from '@concertation/shared/contracts';
import type { z } from 'zod';
import { PendingRequests } from './pending-requests.ts';
import { returnDelay } from './return-delay.ts';
import { SignallingRefusal } from './signalling-refusal.ts';

/** `reconnecting`: lost, and coming back by itself. `ended`: closed here, or for good by the server. */
export type SignallingState = 'idle' | 'connecting' | 'open' | 'reconnecting' | 'ended';

type Input<Name extends MediaRequestName> = z.input<(typeof mediaRequests)[Name]['input']>;

export type SignallingOptions = {
  /** Address of the socket; by default this page's own server. */
  url?: string;
  /** Asks over HTTP whether the session still lives: an upgrade refused with 401 looks like any lost network. */
  sessionLives?: () => Promise<boolean>;
  connect?: (url: string) => WebSocket;
  /** Where the browser tells `online`, `offline` and `visibilitychange`. */
  page?: EventTarget;
  random?: () => number;
  /** Runs later; returns how not to. */
  later?: (run: () => void, milliseconds: number) => () => void;
};

/** No answer for so long: the connection is dead, whatever the browser believes. */
const answerWithinMs = 8_000;
const openWithinMs = 8_000;
/** Failed attempts in a row before asking whether the session still lives. */
const doubtAfter = 2;
const tooManyFailures = 5;

const finalCodes: Partial<Record<number, CallEnd>> = {
  [closeCodes.session_ended]: 'signed_out',
  [closeCodes.access_withdrawn]: 'withdrawn',
};

function ownServer(): string {
  const url = new URL(mediaPathname, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

function runLater(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

function readJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/**
 * The signalling socket of one call, or of one test of the connection. Opens when told to, comes back by itself after a
 * loss, and ends for good when the server says so: the event `ended` is then told once, wherever it came from.
 */
export class SignallingSocket {
  readonly #options: Required<SignallingOptions>;
  readonly #events = new Set<(event: MediaEvent) => void>();
  readonly #states = new Set<(state: SignallingState) => void>();
  readonly #pending = new PendingRequests();
  #state: SignallingState = 'idle';
  #socket: WebSocket | null = null;
  #stopListening = new AbortController();
  #cancel: () => void = () => undefined;
  #failures = 0;
  #told = false;

  constructor(options: SignallingOptions = {}) {
    this.#options = {
      url: options.url ?? ownServer(),
      sessionLives: () => Promise.resolve(true),
      connect: (url) => new WebSocket(url),
      page: globalThis as unknown as EventTarget,
      random: Math.random,
      later: runLater,
      ...options,
    };
  }

  get state(): SignallingState {
    return this.#state;
  }

  /** Connects. Does nothing when already open, opening or ended. */
  open(): void {
    if (this.#state !== 'idle') return;
    const { page } = this.#options;
    const { signal } = this.#stopListening;
    for (const name of ['online', 'visibilitychange']) page.addEventListener(name, () => this.#returnNow(), { signal });
    // A socket that still looks open may take minutes to notice that the network is gone: the browser knows first.
    page.addEventListener('offline', () => this.#lost(1006), { signal });
    this.#go('connecting');
    this.#attempt();
  }

  /** Sends a request by its contract's name. Rejects with SignallingRefusal; `lost` at once while the socket is not open. */
  async ask<Name extends MediaRequestName>(name: Name, input: Input<Name>): Promise<MediaOutput<Name>> {
    const socket = this.#socket;
    if (this.#state !== 'open' || !socket) throw new SignallingRefusal('lost');
    const { id, answer } = this.#pending.add(name);
    const cancel = this.#options.later(() => {
      if (this.#pending.isWaiting(id)) this.#lost(1006);
    }, answerWithinMs);
    try {
      socket.send(JSON.stringify({ id, request: name, data: input }));
      return await answer;
    } finally {
      cancel();
    }
  }

  /** Hears what the server tells; returns how to stop hearing. */
  onEvent(listener: (event: MediaEvent) => void): () => void {
    this.#events.add(listener);
    return () => void this.#events.delete(listener);
  }

  /** Hears each change of state; returns how to stop hearing. */
  onState(listener: (state: SignallingState) => void): () => void {
    this.#states.add(listener);
    return () => void this.#states.delete(listener);
  }

  /** Resolves once open. Rejects with SignallingRefusal `lost` when it ends, or was not open within 8 seconds. */
  whenOpen(): Promise<void> {
    if (this.#state === 'open') return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const refuse = (): void => reject(new SignallingRefusal('lost'));
    if (this.#state === 'ended') refuse();
    const stop = this.onState((state) => {
      if (state === 'open') resolve();
      if (state === 'ended') refuse();
    });
    const cancel = this.#options.later(refuse, openWithinMs);
    return promise.finally(() => {
      stop();
      cancel();
    });
  }

  /** Closes for good, from this side: nothing is told but the state. */
  close(): void {
    if (this.#state === 'ended') return;
    this.#stopListening.abort();
    this.#cancel();
    const socket = this.#socket;
    this.#socket = null;
    this.#pending.lose();
    socket?.close(1000);
    this.#go('ended');
  }

  #attempt(): void {
    this.#cancel();
    const socket = this.#options.connect(this.#options.url);
    this.#socket = socket;
    this.#cancel = this.#options.later(() => this.#current(socket) && this.#lost(1006), openWithinMs);
    socket.addEventListener('open', () => this.#current(socket) && this.#opened());
    socket.addEventListener('message', ({ data }) => this.#current(socket) && this.#received(data));
    socket.addEventListener('close', ({ code }) => this.#current(socket) && this.#lost(code));
  }

  /** A socket that was given up may still speak. */
  #current(socket: WebSocket): boolean {
    return this.#socket === socket;
  }

  #opened(): void {
    this.#cancel();
    this.#failures = 0;
    this.#go('open');
  }

  #received(data: unknown): void {
    const frame = readJson(data);
    if (this.#pending.settle(frame)) return;
    const { data: event } = mediaEvent.safeParse(frame);
    if (!event) return;
    if (event.event === 'ended') this.#end(event.reason);
    else for (const listener of this.#events) listener(event);
  }

  #lost(code: number): void {
    const reason = finalCodes[code];
    if (reason) return this.#end(reason);
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = null;
    this.#cancel();
    socket.close();
    const wasOpen = this.#state === 'open';
    const delay = returnDelay(this.#failures, this.#options.random());
    this.#failures = code === closeCodes.too_many ? tooManyFailures : this.#failures + 1;
    this.#cancel = this.#options.later(() => this.#attempt(), delay);
    if (wasOpen) this.#go('reconnecting');
    this.#pending.lose();
    if (this.#failures % doubtAfter === 0) void this.#doubt();
  }

  async #doubt(): Promise<void> {
    const lives = await this.#options.sessionLives().catch(() => true);
    if (!lives && this.#state !== 'open') this.#end('signed_out');
  }

  #returnNow(): void {
    if (this.#state === 'open' || this.#socket) return;
    if ('document' in globalThis && document.visibilityState === 'hidden') return;
    this.#attempt();
  }

  #end(reason: CallEnd): void {
    if (this.#told || this.#state === 'ended') return;
    this.#told = true;
    for (const listener of this.#events) listener({ event: 'ended', reason });
    this.close();
  }

  #go(state: SignallingState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#states) listener(state);
  }
}
