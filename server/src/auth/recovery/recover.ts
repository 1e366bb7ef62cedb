import { and, eq } from 'drizzle-orm';
import { accounts, recoveries } from '@concertation/schema';
import { displayName } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { dropWaysIn } from '../accounts/drop-ways-in.ts';
import { type SignInAccount, signInAccount } from '../accounts/sign-in-account.ts';
import { forgetFailuresAt } from '../attempts/attempts.ts';
import { readLink, takeLink } from '../links/account-links.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { keepChallenge, takeChallenge } from '../passkeys/challenges.ts';
import { type GivenCredential, proveNewPasskey, registrationOptions } from '../passkeys/registration.ts';
import { storePasskey } from '../passkeys/stored-passkeys.ts';
import { recordingRefusal } from '../record-refusal.ts';
import { admit, type SignedIn } from '../sessions/admit.ts';
import type { Visitor } from '../sessions/sessions.ts';

/** The account behind an accepted recovery whose waiting time is over. Throws `link_not_yet` before, `link_ended`. */
async function recoveredAccount(executor: Executor, needs: AuthNeeds, token: string): Promise<SignInAccount> {
  const { accountId, about } = await readLink(executor, token, 'recovery');
  const [recovery] = await executor
    .select()
    .from(recoveries)
    .where(and(eq(recoveries.id, about ?? ''), eq(recoveries.state, 'accepted')));
  const account = await signInAccount(executor, needs, accountId);
  if (!recovery?.opensAt || !account) throw new AppError('link_ended');
  if (recovery.opensAt > new Date()) throw new AppError('link_not_yet', { opensAt: recovery.opensAt.toISOString() });
  return account;
}

/** Begins the new passkey behind the link of an accepted recovery. Throws `link_not_yet`, `link_ended`. */
export async function startRecoveryPasskey(needs: AuthNeeds, token: string) {
  const { db } = needs.database;
  const account = await recoveredAccount(db, needs, token);
  const { id: accountId, email } = account;
  const options = await registrationOptions(needs.origin, { accountId, email, name: displayName(account) }, []);
  const ceremonyId = await keepChallenge(db, { purpose: 'recover', challenge: options.challenge, accountId });
  return { ceremonyId, options: { ...options } };
}

type Answer = { token: string; ceremonyId: string; credential: GivenCredential; passkeyName: string };

/**
 * Ends a recovery: the new passkey is the only way in (the former ones, known browsers included, are removed), every
 * session ends, the owner is told, and is signed in. Throws like its beginning, `passkey_challenge`, `passkey_refused`.
 */
export async function finishRecoveryPasskey(needs: AuthNeeds, visitor: Visitor, answer: Answer): Promise<SignedIn> {
  const { database, audit, sessions, post, origin } = needs;
  const { token } = answer;
  const account = await recoveredAccount(database.db, needs, token);
  const { id: accountId, email } = account;
  return recordingRefusal(needs, accountId, async () => {
    const kept = await takeChallenge(database.db, answer.ceremonyId, 'recover');
    if (kept.accountId !== accountId) throw new AppError('passkey_challenge');
    const proven = await proveNewPasskey(origin, kept.challenge, answer.credential);
    return database.transaction(async (tx) => {
      const { about } = await takeLink(tx, token, 'recovery');
      const [used] = await tx
        .update(recoveries)
        .set({ state: 'used' })
        .where(and(eq(recoveries.id, about ?? ''), eq(recoveries.state, 'accepted')))
        .returning();
      if (!used) throw new AppError('link_ended');
      await dropWaysIn(tx, accountId);
      await tx.update(accounts).set({ subjectNameId: null }).where(eq(accounts.id, accountId));
      await forgetFailuresAt(tx, needs, email);
      const stored = await storePasskey(tx, accountId, answer.passkeyName, proven);
      await post.mail(tx, { recipient: email, ...changeNotice('recovered', origin) });
      await sessions.endAllOf(tx, accountId, null);
      await audit.record(tx, 'recovery.used', { accountId }, { recoveryId: used.id });
      await audit.record(tx, 'passkey.added', { accountId }, { passkeyId: stored.id });
      return admit(needs, tx, { ...visitor, replaces: null }, { account, means: 'passkey', passkeyId: stored.id });
    });
  });
}
