import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { Me } from '@concertation/shared/contracts';
import type { Audit } from '../../audit/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { readMe } from '../accounts/accounts.ts';
import { recordingRefusal } from '../record-refusal.ts';
import type { Sessions, Visitor } from '../sessions/sessions.ts';
import { challengeMs, keepChallenge, takeChallenge } from './challenges.ts';
import type { GivenCredential } from './registration.ts';
import { relyingParty, userHandle } from './relying-party.ts';
import { findPasskey, notePasskeyUse, type StoredPasskey } from './stored-passkeys.ts';

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

/** Checks an assertion against the passkey it names. Throws `passkey_refused`, whatever is wrong with it. */
async function proveHeldPasskey(origin: string, challenge: string, given: GivenCredential, passkey: StoredPasskey) {
  const response = given as unknown as AuthenticationResponseJSON;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: relyingParty(origin).id,
    credential: { ...passkey, publicKey: Uint8Array.from(passkey.publicKey) },
    requireUserVerification: true,
  }).catch((cause: unknown) => {
    throw new AppError('passkey_refused', undefined, { cause });
  });
  const handle = Buffer.from(userHandle(passkey.accountId)).toString('base64url');
  if (!verified || response.response.userHandle !== handle) throw new AppError('passkey_refused');
  return { counter: authenticationInfo.newCounter, synced: authenticationInfo.credentialBackedUp };
}

type Needs = {
  database: Database;
  audit: Audit;
  sessions: Sessions;
  origin: string;
  configuration: Pick<Configuration, 'demonstration'>;
};

/** Checks the passkey and opens a session. An unknown passkey and a wrong proof are refused in the same words. */
export async function finishSignIn(
  needs: Needs,
  visitor: Visitor,
  answer: { ceremonyId: string; credential: GivenCredential },
): Promise<{ me: Me; cookie: string }> {
  const { database, sessions, origin, configuration } = needs;
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
      const me = await readMe(tx, accountId);
      if (me.demonstration && !configuration.demonstration) throw new AppError('passkey_refused');
      const { cookie } = await sessions.open(tx, { ...visitor, accountId, means: 'passkey', passkeyId });
      return { me, cookie };
    });
  });
}
