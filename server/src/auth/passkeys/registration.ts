import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { AppError } from '../../lib/index.ts';
import { challengeMs } from './challenges.ts';
import { algorithms, relyingParty, userHandle } from './relying-party.ts';

/** A credential as it came from the browser: not yet trusted in any part. */
export type GivenCredential = Record<string, unknown>;

/** A new passkey whose challenge, origin, relying party and user verification have been checked. */
export type ProvenPasskey = {
  id: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  synced: boolean;
};

/** WebAuthn's own limit on a credential id, 1,023 bytes, in base64url. */
const longestId = 1364;
const knownTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** What the browser needs to make a passkey: discoverable, so that nobody types an e-mail to sign in; always verified. */
export async function registrationOptions(
  origin: string,
  holder: { accountId: string; email: string; name: string },
  held: { id: string; transports: string[] }[],
) {
  const { id, name } = relyingParty(origin);
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: userHandle(holder.accountId),
    userName: holder.email,
    userDisplayName: holder.name,
    timeout: challengeMs,
    excludeCredentials: held,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
}

/** Checks the browser's answer to `registrationOptions`. Throws `passkey_refused`, whatever is wrong with it. */
export async function proveNewPasskey(
  origin: string,
  challenge: string,
  given: GivenCredential,
): Promise<ProvenPasskey> {
  const { id } = relyingParty(origin);
  const verification = await verifyRegistrationResponse({
    response: given as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch((cause: unknown) => {
    throw new AppError('passkey_refused', undefined, { cause });
  });
  if (!verification.verified) throw new AppError('passkey_refused');
  const { credential, credentialBackedUp } = verification.registrationInfo;
  if (credential.id.length > longestId) throw new AppError('passkey_refused');
  const transports = Array.isArray(credential.transports)
    ? knownTransports.filter((one) => credential.transports?.includes(one))
    : [];
  return {
    id: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports,
    synced: credentialBackedUp,
  };
}
