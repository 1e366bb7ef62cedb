import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errors, type ErrorCode } from '@concertation/shared/contracts';

/**
 * What an answer says to a browser where the framework’s own headers are not there: nothing in it runs, is framed,
 * guessed or kept. In production, https alone for a year, sub-domains too.
 */
export const strictHeaders = (production: boolean): Record<string, string> => ({
  'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
  ...(production ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});

/** Answers by a code, and closes: what could not become a request or a socket. */
export function answerRaw(socket: Duplex, code: ErrorCode, production: boolean): void {
  const { status, fr } = errors[code];
  const body = Buffer.from(JSON.stringify({ code, message: fr }));
  const headers = {
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    ...strictHeaders(production),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n');
  socket.end(Buffer.concat([Buffer.from(head), body]));
}
