import { createHash, randomBytes } from 'node:crypto';

/** A new link's secret: 32 random bytes, in characters that an address takes. It is mailed and never stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it: its SHA-256. Who reads the table cannot use a link. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
