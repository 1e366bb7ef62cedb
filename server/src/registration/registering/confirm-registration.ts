import type { ConfirmedRegistration } from '@concertation/shared/contracts';
import type { Audit } from '../../audit/index.ts';
import { findAccountByEmail, isPassword } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { createRegistered } from './create-registered.ts';
import { readRegistration } from './registration-row.ts';

/**
 * Follows a confirmation link. Who chose a password types it again (SC-18), and the account exists from then on: whoever
 * registered somebody else's address with a password of their own is not let in by that person's press on the link. Who
 * chose a passkey makes it first, behind the same link, which is not used up. Throws `link_ended`, `credentials_refused`.
 */
export async function confirmRegistration(
  { database, audit }: { database: Database; audit: Audit },
  { token, password }: { token: string; password?: string | undefined },
): Promise<ConfirmedRegistration> {
  const open = await readRegistration(database.db, token);
  const { name, draft, passwordHash } = open;
  if (passwordHash === null) {
    if (await findAccountByEmail(database.db, draft.email)) throw new AppError('link_ended');
    return { name, email: draft.email, next: 'passkey' };
  }
  if (password === undefined) return { name, email: draft.email, next: 'password' };
  if (!(await isPassword(passwordHash, password))) throw new AppError('credentials_refused');
  await database.transaction((tx) => createRegistered({ audit }, tx, open, newId()));
  return { name, email: draft.email, next: 'sign_in' };
}
