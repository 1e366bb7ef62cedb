import type { Passkey } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { readSelf } from '../accounts/accounts.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { type GivenCredential, proveNewPasskey, registrationOptions } from './registration.ts';
import { passkeysOf, storePasskey, toPasskey } from './stored-passkeys.ts';

/** Begins adding a passkey to the account of who asks; an authenticator that already holds one of theirs says so. */
export async function startPasskey(
  { database, origin }: { database: Database; origin: string },
  { accountId }: Principal,
) {
  const held = await passkeysOf(database.db, accountId);
  const { email, name } = await readSelf(database.db, accountId);
  if (!email) throw new AppError('guest_only');
  const options = await registrationOptions(origin, { accountId, email, name }, held);
  const ceremonyId = await keepChallenge(database.db, { purpose: 'add', challenge: options.challenge, accountId });
  return { ceremonyId, options: { ...options } };
}

type Needs = Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin'>;
type Answer = { ceremonyId: string; credential: GivenCredential; passkeyName: string };

/** Adds the proven passkey, and tells its owner by mail. Only the account that began the ceremony may end it. Source: SC-53. */
export async function finishPasskey(
  { database, audit, post, origin }: Needs,
  principal: Principal,
  answer: Answer,
): Promise<Passkey> {
  const { challenge, accountId } = await takeChallenge(database.db, answer.ceremonyId, 'add');
  if (accountId !== principal.accountId) throw new AppError('passkey_challenge');
  const proven = await proveNewPasskey(origin, challenge, answer.credential);
  return database.transaction(async (tx) => {
    const stored = await storePasskey(tx, accountId, answer.passkeyName, proven);
    await tellOwner(tx, post, accountId, changeNotice('passkey_added', origin));
    await audit.record(tx, 'passkey.added', principal, { passkeyId: stored.id });
    return toPasskey(stored);
  });
}
