import type { AwaitedCode } from '@concertation/shared/contracts';
import { AppError } from '../../lib/index.ts';
import { accountAt, nobody } from '../accounts/sign-in-account.ts';
import { countAttempt, countedFor, isKnownBrowser, takeBackAttempt } from '../attempts/attempts.ts';
import { openPending } from '../codes/pending.ts';
import type { AuthNeeds } from '../needs.ts';
import { recordingRefusal } from '../record-refusal.ts';
import type { Visitor } from '../sessions/sessions.ts';
import { isPassword } from './hash-password.ts';
import { passwordHashOf } from './stored-passwords.ts';

/**
 * Checks e-mail and password, and awaits a code: alone, a password opens nothing. The same words and the same work for an
 * unknown e-mail, an account without a password, and a wrong one: `credentials_refused`, or `wait` when tried too often;
 * `mailbox_alone` once the password is right, where a code by e-mail would prove nothing more.
 * Source: SC-18, SC-19, PA-21.
 */
export async function signInWithPassword(
  needs: AuthNeeds,
  visitor: Visitor,
  { email, password }: { email: string; password: string },
): Promise<AwaitedCode> {
  const { database } = needs;
  const account = await accountAt(database.db, needs, email);
  return recordingRefusal(needs, account?.id ?? null, async () => {
    const accountId = account?.id ?? nobody;
    const counted = await countedFor(needs, visitor, email, accountId);
    await countAttempt(needs, counted);
    const right = await isPassword(await passwordHashOf(database.db, accountId), password);
    if (!account || !right) throw new AppError('credentials_refused');
    // Before the transaction, which what the password alone does not open undoes: it was right all the same.
    await takeBackAttempt(database.db, counted);
    const shared = visitor.shared === true;
    return database.transaction((tx) => openPending(tx, needs, account, { shared, known: isKnownBrowser(counted) }));
  });
}
