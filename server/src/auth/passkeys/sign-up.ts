import { type Me, type NewAccount, newAccount } from '@concertation/shared/contracts';
import { displayName } from '@concertation/shared/domain';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { createAccount, readMe } from '../accounts/accounts.ts';
import { recordingRefusal } from '../record-refusal.ts';
import type { Sessions, Visitor } from '../sessions/sessions.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { type GivenCredential, proveNewPasskey, registrationOptions } from './registration.ts';
import { storePasskey } from './stored-passkeys.ts';

/**
 * Begins an account with its first passkey. Nothing is looked up and nothing is reserved: the answer is the same whether
 * the e-mail is taken or free (rule AUT-14).
 */
export async function startSignUp({ database, origin }: { database: Database; origin: string }, account: NewAccount) {
  const accountId = newId();
  const options = await registrationOptions(
    origin,
    { accountId, email: account.email, name: displayName(account) },
    [],
  );
  const draft = JSON.stringify(account);
  const ceremonyId = await keepChallenge(database.db, {
    purpose: 'sign_up',
    challenge: options.challenge,
    accountId,
    draft,
  });
  return { ceremonyId, options: { ...options } };
}

type Needs = { database: Database; audit: Audit; sessions: Sessions; origin: string };
type Answer = { ceremonyId: string; credential: GivenCredential; passkeyName: string };

/** Creates the account with its proven passkey and signs in. `account_exists` is said here only, to who holds a passkey. */
export function finishSignUp(needs: Needs, visitor: Visitor, answer: Answer): Promise<{ me: Me; cookie: string }> {
  const { database, audit, sessions, origin } = needs;
  return recordingRefusal(needs, null, async () => {
    const { challenge, accountId, draft } = await takeChallenge(database.db, answer.ceremonyId, 'sign_up');
    if (!accountId || !draft) throw new AppError('passkey_challenge');
    const proven = await proveNewPasskey(origin, challenge, answer.credential);
    return database.transaction(async (tx) => {
      await createAccount(tx, { ...newAccount.parse(JSON.parse(draft)), accountId });
      await storePasskey(tx, accountId, answer.passkeyName, proven);
      const me = await readMe(tx, accountId);
      await audit.record(tx, 'account.created', { accountId }, {});
      await audit.record(tx, 'passkey.added', { accountId }, { passkeyId: proven.id });
      const { cookie } = await sessions.open(tx, { ...visitor, accountId, means: 'passkey', passkeyId: proven.id });
      return { me, cookie };
    });
  });
}
