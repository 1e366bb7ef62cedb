import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { AppError } from '../../lib/index.ts';
import type { GivenCredential } from './registration.ts';
import { relyingParty, userHandle } from './relying-party.ts';
import type { StoredPasskey } from './stored-passkeys.ts';

/**
 * Checks an assertion against the passkey it names. Throws `passkey_refused`, whatever is wrong with it: a counter that went
 * back, the mark of a copied authenticator, is told like a wrong signature. `known`: the account was named before, and an
 * authenticator may then keep silent about it (WebAuthn, 7.2).
 */
export async function proveHeldPasskey(
  origin: string,
  challenge: string,
  given: GivenCredential,
  passkey: StoredPasskey,
  { known = false } = {},
) {
  // Not trusted for being typed: the library checks every part of it.
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
  const told = response.response.userHandle;
  const isTheirs = told === handle || (known && told === undefined);
  if (!verified || !isTheirs) throw new AppError('passkey_refused');
  return { counter: authenticationInfo.newCounter, synced: authenticationInfo.credentialBackedUp };
}
