import type { AwaitedCode } from '@concertation/shared/contracts';
import type { SessionMeans } from '@concertation/shared/domain';
import { AppError } from '../../lib/index.ts';
import { type SignInAccount, signInAccount } from '../accounts/sign-in-account.ts';
import { countAttempt, countedFor, forgetFailures, isKnownBrowser } from '../attempts/attempts.ts';
import type { AuthNeeds } from '../needs.ts';
import { confirmPassword } from '../passwords/stored-passwords.ts';
import { recordingRefusal } from '../record-refusal.ts';
import { admit, type SignedIn } from '../sessions/admit.ts';
import type { Visitor } from '../sessions/sessions.ts';
import { confirmedApplication, takeApplicationCode } from './application.ts';
import { countTry, isSentCode, type Pending, readPending, resendByEmail, takePending } from './pending.ts';

const meansOf: Record<string, SessionMeans> = {
  totp: 'password_totp',
  sms: 'password_sms',
  email: 'password_email',
};

async function accountOf(needs: AuthNeeds, pending: Pending): Promise<SignInAccount> {
  const account = await signInAccount(needs.database.db, needs, pending.accountId);
  if (!account) throw new AppError('code_ended');
  return account;
}

async function isRight(needs: AuthNeeds, pending: Pending, code: string): Promise<boolean> {
  if (pending.channel !== 'totp') return isSentCode(needs, pending, code);
  const { db } = needs.database;
  const application = await confirmedApplication(db, pending.accountId);
  return application !== null && takeApplicationCode(db, needs, application, code);
}

/**
 * Checks the code and opens the session. Wrong ones are counted with wrong passwords: having the password does not let
 * anybody try codes for ever. Throws `code_refused` with the tries left, `code_ended` after the fifth or ten minutes,
 * `wait`. Source: SC-19, SC-20.
 */
export async function finishSignInWithCode(
  needs: AuthNeeds,
  visitor: Visitor,
  { pendingId, code }: { pendingId: string; code: string },
): Promise<SignedIn & { shared: boolean }> {
  const pending = await recordingRefusal(needs, null, () => readPending(needs.database.db, pendingId));
  const { accountId, shared } = pending;
  return recordingRefusal(needs, accountId, async () => {
    const account = await accountOf(needs, pending);
    const here = { ...visitor, shared };
    const counted = await countedFor(needs, here, account.email, accountId);
    await countAttempt(needs, counted);
    const left = await countTry(needs.database.db, pending);
    if (!(await isRight(needs, pending, code))) throw new AppError('code_refused', { left });
    return needs.database.transaction(async (tx) => {
      await takePending(tx, pending);
      await forgetFailures(tx, counted);
      if (pending.channel !== 'email' || isKnownBrowser(counted)) await confirmPassword(tx, accountId);
      const means = meansOf[pending.channel] as SessionMeans;
      return { ...(await admit(needs, tx, here, { account, means })), shared };
    });
  });
}

/** Sends a new code by e-mail in place of the one awaited. Throws `wait` too early, `code_ended`. Source: SC-20. */
export async function sendCodeByEmail(needs: AuthNeeds, pendingId: string): Promise<AwaitedCode> {
  const pending = await readPending(needs.database.db, pendingId);
  const account = await accountOf(needs, pending);
  return needs.database.transaction((tx) => resendByEmail(tx, needs, pendingId, pending, account));
}
