import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { type IceServer, mediaPathname } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Sessions } from '../auth/index.ts';
import type { LiveCalls } from '../calls/index.ts';
import type { Configuration } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { LiveDocuments } from '../documents/index.ts';
import type { Logger } from '../lib/index.ts';
import type { LiveAttendance } from '../meetings/index.ts';
import { OpenSockets, type Upgrades } from '../sockets/index.ts';
import type { Engine } from './engine/engine-port.ts';
import { CallRights } from './rights/call-rights.ts';
import { Calls } from './rooms/calls.ts';
import { answer } from './signalling/answer.ts';
import type { SignallingNeeds } from './signalling/handler.ts';
import { MediaSocket } from './signalling/media-socket.ts';

export type MediaOptions = {
  configuration: Pick<Configuration, 'media' | 'sync'>;
  log: Logger;
  database: Database;
  audit: Audit;
  sessions: Pick<Sessions, 'openAmong' | 'touch'>;
  /** Where a line of the chat is kept. */
  live: LiveDocuments;
  /** Told of who is inside a call, and of who no longer is. */
  attendance: Pick<LiveAttendance, 'opened' | 'closed'>;
  engine: Engine;
  /** TURN servers with credentials of their own for one seat or probe. */
  iceServers: (bearer: string) => IceServer[];
  /** How long a seat is kept for somebody whose connection was lost, in milliseconds. */
  seatKeptMs?: number;
  /** How often a silent network is asked whether it is still there, in milliseconds. */
  beatMs?: number;
};

const maxPayload = 64 * 1024;
const closeWithinMs = 1_000;

/** The signalling of calls: sockets, rights and rooms in front of the media engine. Constructed once, by `context`. */
export class MediaHost implements LiveCalls {
  readonly #options: MediaOptions;
  readonly #sockets: OpenSockets<MediaSocket>;
  readonly #calls: Calls;
  readonly #rights: CallRights;
  readonly #needs: SignallingNeeds;
  readonly #beat: NodeJS.Timeout;
  #stopTaking: () => void = () => undefined;

  constructor(options: MediaOptions) {
    this.#options = options;
    const { media, sync } = options.configuration;
    this.#sockets = new OpenSockets(sync);
    const { seatKeptMs = 20_000, beatMs = 5_000 } = options;
    this.#calls = new Calls({ ...options, seatKeptMs, participantsPerCall: media.participantsPerCall });
    this.#rights = new CallRights({ ...options, calls: this.#calls, sockets: this.#sockets });
    this.#needs = { ...options, calls: this.#calls, rights: this.#rights };
    this.#beat = setInterval(() => {
      for (const socket of this.#sockets) socket.beat();
    }, beatMs);
    this.#beat.unref();
  }

  engine(): ReturnType<LiveCalls['engine']> {
    return this.#options.engine.state();
  }

  inside(meetingId: string): ReturnType<LiveCalls['inside']> {
    const seats = this.#calls.of(meetingId)?.seats ?? [];
    return seats
      .filter(({ seat }) => seat.connected)
      .map(({ seat: { principal } }) => ({ accountId: principal.accountId, name: principal.name }));
  }

  /** Listens to the other processes, and takes the sockets of its path. */
  async start(upgrades: Upgrades): Promise<void> {
    await this.#rights.start();
    this.#stopTaking = upgrades.take(mediaPathname, {
      maxPayload,
      refuse: (principal) => this.#sockets.refuse(principal),
      open: (webSocket, _request, principal) => this.#open(webSocket, principal),
    });
  }

  #open(webSocket: WebSocket, principal: Principal): void {
    const socket = new MediaSocket(webSocket, principal, this.#options.configuration.media.messagesPerSecond);
    this.#sockets.add(socket);
    webSocket.on('close', () => {
      this.#sockets.delete(socket);
      socket.call?.lose(socket);
      socket.probe?.close();
    });
    socket.receive((frame) => answer({ needs: this.#needs, socket }, this.#options.log, frame));
  }

  /** Takes nobody more, sends everybody away to come back, and ends the media. */
  async stop(): Promise<void> {
    this.#stopTaking();
    clearInterval(this.#beat);
    await this.#rights.stop();
    for (const socket of this.#sockets) socket.close('server_stopping');
    for (let waited = 0; this.#sockets.size > 0 && waited < closeWithinMs; waited += 10) await sleep(10);
    for (const socket of this.#sockets) socket.terminate();
    while (this.#sockets.size > 0) await sleep(1);
    this.#calls.close();
    await this.#options.engine.stop();
  }
}
