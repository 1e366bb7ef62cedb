import type { Executor, Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { type GivenCredential, proveNewPasskey, registrationOptions } from './registration.ts';
import { storePasskey } from './stored-passkeys.ts';
import { readSelf } from '../accounts/accounts.ts';
import { rememberDevice } from '../devices/devices.ts';
import type { AuthNeeds } from '../needs.ts';
import type { SignedIn } from '../sessions/admit.ts';
import type { Visitor } from '../sessions/sessions.ts';

/**
 * Begins the first passkey of an account that does not exist yet: the id that it will have is in the passkey. The answer
 * must come back for the same registration.
 */
export async function startFirstPasskey(
  executor: Executor,
  origin: string,
  { registrationId, email, name }: { registrationId: string; email: string; name: string },
) {
  const accountId = newId();
  const options = await registrationOptions(origin, { accountId, email, name }, []);
  const ceremonyId = await keepChallenge(executor, {
    purpose: 'register',
    challenge: options.challenge,
    accountId,
    registrationId,
  });
  return { ceremonyId, options: { ...options } };
}

export type FirstPasskeyNeeds = Pick<AuthNeeds, 'database' | 'audit' | 'sessions' | 'origin' | 'configuration'>;
type Answer = { ceremonyId: string; credential: GivenCredential; passkeyName: string };

/**
 * Proves the first passkey of a registration, then has the account made under the id that the passkey carries, stores it
 * and opens a session in this browser, which is remembered, in one transaction. The challenge is used up whatever comes
 * next. Throws `passkey_challenge` for another registration's, `passkey_refused`, and what `create` throws.
 */
export async function finishFirstPasskey(
  needs: FirstPasskeyNeeds,
  { registrationId, visitor, answer }: { registrationId: string; visitor: Visitor; answer: Answer },
  create: (tx: Transaction, accountId: string) => Promise<void>,
): Promise<SignedIn> {
  const { database, audit, sessions, origin } = needs;
  const kept = await takeChallenge(database.db, answer.ceremonyId, 'register');
  const { accountId } = kept;
  if (kept.registrationId !== registrationId || !accountId) throw new AppError('passkey_challenge');
  const proven = await proveNewPasskey(origin, kept.challenge, answer.credential);
  return database.transaction(async (tx) => {
    await create(tx, accountId);
    await storePasskey(tx, accountId, answer.passkeyName, proven);
    const { deviceId, cookie: deviceCookie } = await rememberDevice(tx, needs, visitor, accountId);
    await audit.record(tx, 'passkey.added', { accountId }, { passkeyId: proven.id });
    const opening = { ...visitor, accountId, means: 'passkey', passkeyId: proven.id, deviceId } as const;
    const { cookie } = await sessions.open(tx, opening);
    return { self: await readSelf(tx, accountId), cookie, deviceCookie };
  });
}
