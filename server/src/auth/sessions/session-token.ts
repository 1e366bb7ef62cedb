import { createHash, randomBytes } from 'node:crypto';

/** A new session's secret: 256 random bits, base64url. It exists in the browser's cookie and nowhere else (rule AUT-1). */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** What the database knows of a token: its SHA-256, in hexadecimal. */
export const hashSessionToken = (token: string): string => createHash('sha256').update(token).digest('hex');
