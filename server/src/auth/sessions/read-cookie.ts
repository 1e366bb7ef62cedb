/**
 * The value of one cookie of a Cookie header, as sent; null when it is not there. Nothing is decoded: a session's token
 * needs no encoding, and a neighbour's malformed cookie must not keep anybody out.
 */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}
