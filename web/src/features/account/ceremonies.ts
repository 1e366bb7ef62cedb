import type { Me, NewAccount, Passkey } from '@concertation/shared/contracts';
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { call } from '../../api/index.ts';

// The contract carries the browser's own JSON as it is; SimpleWebAuthn checks it at both ends.
type AuthenticationOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type RegistrationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Opaque = Record<string, unknown>;

function requirePasskeys(): void {
  if (!browserSupportsWebAuthn()) throw Object.assign(new Error('no WebAuthn'), { name: 'NotSupportedError' });
}

/** Signs in with any passkey that this device holds for Concertation. */
export async function signInWithPasskey(): Promise<Me> {
  requirePasskeys();
  const { ceremonyId, options } = await call('startSignIn');
  const credential = await startAuthentication({ optionsJSON: options as unknown as AuthenticationOptions });
  return call('finishSignIn', { body: { ceremonyId, credential: credential as unknown as Opaque } });
}

/** Creates an account with its first passkey, and signs in. */
export async function signUpWithPasskey(account: NewAccount, passkeyName: string): Promise<Me> {
  requirePasskeys();
  const { ceremonyId, options } = await call('startSignUp', { body: account });
  const credential = await startRegistration({ optionsJSON: options as unknown as RegistrationOptions });
  return call('finishSignUp', { body: { ceremonyId, passkeyName, credential: credential as unknown as Opaque } });
}

/** Adds a passkey to the signed-in account. */
export async function addPasskey(passkeyName: string): Promise<Passkey> {
  requirePasskeys();
  const { ceremonyId, options } = await call('startPasskey');
  const credential = await startRegistration({ optionsJSON: options as unknown as RegistrationOptions });
  return call('finishPasskey', { body: { ceremonyId, passkeyName, credential: credential as unknown as Opaque } });
}
