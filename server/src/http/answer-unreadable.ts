import type { Socket } from 'node:net';
import type { ErrorCode } from '@concertation/shared/contracts';
import { type Logger, Sparing } from '../lib/index.ts';
import { answerRaw } from '../sockets/index.ts';

const spoken = new Sparing(1000);

/**
 * Answers bytes that are no HTTP request, headers that are too long, and a request that never ends, in the words and with
 * the headers of any other refusal; a connection that is gone is left alone.
 */
export function answerUnreadable(
  error: Error & { code?: string },
  socket: Socket,
  { log, production }: { log: Logger; production: boolean },
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code: ErrorCode = error.code === 'HPE_HEADER_OVERFLOW' ? 'too_large' : 'malformed';
  if (spoken.take(code)) log.info({ code, route: null }, 'refused');
  answerRaw(socket, code, production);
}
