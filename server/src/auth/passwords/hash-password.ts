import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from './check-password.ts';

/** Argon2id (the library's default), 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC string of a password, with its salt: what is stored. `pepper`: a key that the table does not hold. */
export function hashPassword(text: string, pepper?: Uint8Array): Promise<string> {
  return hash(normalPassword(text), pepper ? { ...cost, secret: pepper } : cost);
}

let nobodys: Promise<string> | null = null;

/**
 * Whether a password is the one of a stored hash. For `null` the same work is done against nobody's, so that its
 * duration does not tell whether there is one.
 */
export async function isPassword(stored: string | null, text: string, pepper?: Uint8Array): Promise<boolean> {
  nobodys ??= hashPassword('');
  const against = stored ?? (await nobodys);
  const matches = await verify(against, normalPassword(text), pepper ? { ...cost, secret: pepper } : cost);
  return matches && stored !== null;
}
