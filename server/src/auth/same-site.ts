import type { IncomingHttpHeaders } from 'node:http';

/**
 * True unless a browser says that another site asks. Browsers always send Origin on what changes something and on
 * WebSockets; a request with neither Origin nor Sec-Fetch-Site comes from a script, which holds no one else's cookie.
 */
export function isSameSite(headers: IncomingHttpHeaders, origin: string): boolean {
  if (headers.origin !== undefined) return headers.origin === origin;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
