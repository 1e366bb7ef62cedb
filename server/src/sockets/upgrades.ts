import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ErrorCode } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';
import { isSameSite, type Sessions } from '../auth/index.ts';
import { type Logger, Sparing } from '../lib/index.ts';
import { answerRaw } from './raw-answer.ts';

type Needs = { sessions: Pick<Sessions, 'principalOf'>; log: Logger; origin: () => string; production: boolean };

/** What a transport takes at its path. */
export type Taking = {
  /** Bytes of one frame: the socket of whoever sends more is closed. */
  maxPayload: number;
  /** Refuses, by a code, a connection that would be one too many. */
  refuse: (principal: Principal) => ErrorCode | null;
  open: (webSocket: WebSocket, request: IncomingMessage, principal: Principal) => void;
};

/**
 * The WebSocket upgrades of an HTTP server. Path, origin and session are checked before the upgrade, so that who may not
 * come in gets an HTTP status (rule SYNC-14).
 */
export class Upgrades {
  readonly #needs: Needs;
  readonly #paths = new Map<string, { taking: Taking; webSockets: WebSocketServer } | 'stopped'>();
  readonly #spoken = new Sparing(1000);

  constructor(server: Server, needs: Needs) {
    this.#needs = needs;
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Takes the sockets of a path. Returns how to stop, after which they are refused and asked to come back. */
  take(path: string, taking: Taking): () => void {
    // Compression would cost more processor than it saves: frames are tens of bytes.
    const webSockets = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      maxPayload: taking.maxPayload,
      clientTracking: false,
    });
    this.#paths.set(path, { taking, webSockets });
    return () => void this.#paths.set(path, 'stopped');
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const drop = (): void => void socket.destroy();
    socket.on('error', drop);
    // As sent, unparsed: what is no path (`//`, a whole address) is one that nobody takes.
    const [path = ''] = (request.url ?? '').split('?', 1);
    const there = this.#paths.get(path);
    if (!there) return this.#refuse(socket, null, 'not_found');
    if (there === 'stopped') return this.#refuse(socket, path, 'storage_unavailable');
    void this.#decide(request, there.taking).then((decision) => {
      if (typeof decision === 'string') return this.#refuse(socket, path, decision);
      // Stopped meanwhile: nobody would close it.
      if (this.#paths.get(path) !== there) return this.#refuse(socket, path, 'storage_unavailable');
      socket.off('error', drop);
      there.webSockets.handleUpgrade(request, socket, head, (webSocket) =>
        there.taking.open(webSocket, request, decision),
      );
    });
  }

  /** `path`: one of those that are taken, never what a stranger wrote. */
  #refuse(socket: Duplex, path: string | null, code: ErrorCode): void {
    if (this.#spoken.take(`${code} ${path}`)) this.#needs.log.info({ code, route: path }, 'socket refused');
    answerRaw(socket, code, this.#needs.production);
  }

  async #decide(request: IncomingMessage, { refuse }: Taking): Promise<Principal | ErrorCode> {
    const { sessions, log, origin } = this.#needs;
    if (!isSameSite(request.headers, origin())) return 'cross_site';
    try {
      const principal = await sessions.principalOf(request.headers.cookie);
      return principal ? (refuse(principal) ?? principal) : 'signed_out';
    } catch (error) {
      log.error({ err: error }, 'session of a socket could not be read');
      return 'storage_unavailable';
    }
  }
}
