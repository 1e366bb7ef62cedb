import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Principal } from '../../access/index.ts';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { AuthNeeds } from '../needs.ts';
import { challengeMs, keepChallenge, takeChallenge } from '../passkeys/challenges.ts';
import { proveHeldPasskey } from '../passkeys/held-passkey.ts';
import type { GivenCredential } from '../passkeys/registration.ts';
import { relyingParty } from '../passkeys/relying-party.ts';
import { findPasskey, notePasskeyUse, passkeysOf } from '../passkeys/stored-passkeys.ts';
import { recordingRefusal } from '../record-refusal.ts';

/** To prove again that one is there, or to unlock one's screen: an answer to one is refused in the other. */
export type PresencePurpose = 'prove' | 'unlock';

/** Begins it with one's own passkeys and no other. Throws `passkey_missing` for who has none. */
export async function startPresence(
  { database, origin }: Pick<AuthNeeds, 'database' | 'origin'>,
  { accountId }: Principal,
  purpose: PresencePurpose,
) {
  const held = await passkeysOf(database.db, accountId);
  if (held.length === 0) throw new AppError('passkey_missing');
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(origin).id,
    userVerification: 'required',
    timeout: challengeMs,
    allowCredentials: held.map(({ id }) => ({ id })),
  });
  const ceremonyId = await keepChallenge(database.db, { purpose, challenge: options.challenge, accountId });
  return { ceremonyId, options: { ...options } };
}

type Needs = Pick<AuthNeeds, 'database' | 'audit' | 'origin'>;
export type PresenceAnswer = { ceremonyId: string; credential: GivenCredential };

/**
 * Checks the passkey of who asks, then does what it allows, in one transaction. Another account's passkey, or answer, is
 * refused like a wrong one: `passkey_refused`, `passkey_challenge`.
 */
export async function provePresence(
  needs: Needs,
  principal: Principal,
  purpose: PresencePurpose,
  answer: PresenceAnswer,
  then: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { database, origin } = needs;
  await recordingRefusal(needs, principal.accountId, async () => {
    const { challenge, accountId } = await takeChallenge(database.db, answer.ceremonyId, purpose);
    if (accountId !== principal.accountId) throw new AppError('passkey_challenge');
    const passkey = await findPasskey(database.db, String(answer.credential.id));
    if (passkey?.accountId !== accountId) throw new AppError('passkey_refused');
    const use = await proveHeldPasskey(origin, challenge, answer.credential, passkey, { known: true });
    await database.transaction(async (tx) => {
      await notePasskeyUse(tx, passkey.id, use);
      await then(tx);
    });
  });
}

/** Proves with a passkey that one is there: for ten minutes, what engages is answered. */
export function finishProof(
  needs: Needs & Pick<AuthNeeds, 'sessions'>,
  principal: Principal,
  answer: PresenceAnswer,
): Promise<void> {
  return provePresence(needs, principal, 'prove', answer, async (tx) => {
    await needs.sessions.noteProof(tx, principal.sessionId);
    await needs.audit.record(tx, 'session.proved', principal, { by: 'passkey' });
  });
}
