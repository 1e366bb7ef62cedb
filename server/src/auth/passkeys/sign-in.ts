import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { signInAccount } from '../accounts/sign-in-account.ts';
import type { AuthNeeds } from '../needs.ts';
import { recordingRefusal } from '../record-refusal.ts';
import { admit, type SignedIn } from '../sessions/admit.ts';
import type { Visitor } from '../sessions/sessions.ts';
import { challengeMs, keepChallenge, takeChallenge } from './challenges.ts';
import { proveHeldPasskey } from './held-passkey.ts';
import type { GivenCredential } from './registration.ts';
import { relyingParty } from './relying-party.ts';
import { findPasskey, notePasskeyUse } from './stored-passkeys.ts';

/** Begins a sign-in. No account is named: the authenticator shows the passkeys it holds for this installation. */
export async function startSignIn({ database, origin }: { database: Database; origin: string }) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(origin).id,
    userVerification: 'required',
    timeout: challengeMs,
  });
  const ceremonyId = await keepChallenge(database.db, { purpose: 'sign_in', challenge: options.challenge });
  return { ceremonyId, options: { ...options } };
}

/**
 * Checks the passkey and opens a session. An unknown passkey, a wrong proof and an account that may not sign in are
 * refused in the same words. Failures elsewhere never delay it.
 */
export async function finishSignIn(
  needs: AuthNeeds,
  visitor: Visitor,
  answer: { ceremonyId: string; credential: GivenCredential },
): Promise<SignedIn> {
  const { database, origin } = needs;
  const { challenge, passkey } = await recordingRefusal(needs, null, async () => {
    const kept = await takeChallenge(database.db, answer.ceremonyId, 'sign_in');
    const found = await findPasskey(database.db, String(answer.credential.id));
    if (!found) throw new AppError('passkey_refused');
    return { challenge: kept.challenge, passkey: found };
  });
  const { id: passkeyId, accountId } = passkey;
  return recordingRefusal(needs, accountId, async () => {
    const use = await proveHeldPasskey(origin, challenge, answer.credential, passkey);
    return database.transaction(async (tx) => {
      await notePasskeyUse(tx, passkeyId, use);
      const account = await signInAccount(tx, needs, accountId);
      if (!account) throw new AppError('passkey_refused');
      return admit(needs, tx, visitor, { account, means: 'passkey', passkeyId });
    });
  });
}
