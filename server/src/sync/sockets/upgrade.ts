import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { errors, type ErrorCode, syncPath } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { isSameSite, type Sessions } from '../../auth/index.ts';
import type { Logger } from '../../lib/index.ts';

export type UpgradeOptions = {
  sessions: Pick<Sessions, 'principalOf'>;
  log: Logger;
  origin: () => string;
  /** Bytes of one frame: the socket of whoever sends more is closed. */
  maxPayload: number;
  /** Refuses, by a code, a connection that would be one too many. */
  refuse: (principal: Principal) => ErrorCode | null;
  open: (webSocket: WebSocket, request: IncomingMessage, principal: Principal) => void;
};

function answer(socket: Duplex, code: ErrorCode): void {
  const { status, fr } = errors[code];
  const body = Buffer.from(JSON.stringify({ code, message: fr }));
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n`;
  socket.end(Buffer.concat([Buffer.from(head), body]));
}

/**
 * Takes WebSocket upgrades of an HTTP server at the synchronisation path. Path, origin and session are checked before
 * the upgrade, so that who may not come in gets an HTTP status (rule SYNC-14). Returns how to stop taking any.
 */
export function takeUpgrades(
  server: Server,
  { sessions, log, origin, maxPayload, refuse, open }: UpgradeOptions,
): () => void {
  // Compression would cost more processor than it saves: frames are tens of bytes.
  const webSockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload,
    clientTracking: false,
  });

  async function decide(request: IncomingMessage): Promise<Principal | ErrorCode> {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== syncPath) return 'not_found';
    if (!isSameSite(request.headers, origin())) return 'cross_site';
    try {
      const principal = await sessions.principalOf(request.headers.cookie);
      return principal ? (refuse(principal) ?? principal) : 'signed_out';
    } catch (error) {
      log.error({ err: error }, 'session of a socket could not be read');
      return 'storage_unavailable';
    }
  }

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const drop = (): void => void socket.destroy();
    socket.on('error', drop);
    void decide(request).then((decision) => {
      if (typeof decision === 'string') return answer(socket, decision);
      socket.off('error', drop);
      webSockets.handleUpgrade(request, socket, head, (webSocket) => open(webSocket, request, decision));
    });
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    server.on('upgrade', (_request, socket) => answer(socket, 'storage_unavailable'));
  };
}
