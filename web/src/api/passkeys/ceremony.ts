import type * as Library from '@simplewebauthn/browser';
import type { Answer } from '../call.ts';

/** A challenge of the server, and what the browser's WebAuthn API is asked with it. */
export type Ceremony = Answer<'startSignIn'>;
/** What goes back to the server: checked there by SimpleWebAuthn, opaque on the way. */
export type CeremonyAnswer = { ceremonyId: string; credential: Record<string, unknown> };

type AuthenticationOptions = Parameters<typeof Library.startAuthentication>[0]['optionsJSON'];
type RegistrationOptions = Parameters<typeof Library.startRegistration>[0]['optionsJSON'];

/** Our server made the options, with the library's other half: on the wire they are opaque JSON. */
const toAuthentication = (options: Ceremony['options']) => options as unknown as AuthenticationOptions;
const toRegistration = (options: Ceremony['options']) => options as unknown as RegistrationOptions;
/** Plain JSON on its way to the server, which trusts no part of it. */
const toWire = (credential: object) => credential as Record<string, unknown>;

/** The library comes with the first ceremony: most pages never need it. */
const load = (): Promise<typeof Library> => import('@simplewebauthn/browser');

/** Can this browser use passkeys at all? */
export const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function';

function requirePasskeys(): void {
  if (!knowsPasskeys()) throw Object.assign(new Error('no WebAuthn'), { name: 'NotSupportedError' });
}

/** Asks the device for one of its passkeys. Throws what `passkeyProblem` reads. */
export async function askPasskey(start: () => Promise<Ceremony>): Promise<CeremonyAnswer> {
  requirePasskeys();
  const [{ startAuthentication }, { ceremonyId, options }] = await Promise.all([load(), start()]);
  const credential = await startAuthentication({ optionsJSON: toAuthentication(options) });
  return { ceremonyId, credential: toWire(credential) };
}

/** Lets the device make a passkey. Throws what `passkeyProblem` reads. */
export async function makePasskey(start: () => Promise<Ceremony>): Promise<CeremonyAnswer> {
  requirePasskeys();
  const [{ startRegistration }, { ceremonyId, options }] = await Promise.all([load(), start()]);
  const credential = await startRegistration({ optionsJSON: toRegistration(options) });
  return { ceremonyId, credential: toWire(credential) };
}

/**
 * Lets the browser propose passkeys in the field marked `webauthn`, for as long as the page waits: null where it cannot,
 * or once another ceremony took its place.
 */
export async function offerPasskeys(start: () => Promise<Ceremony>): Promise<CeremonyAnswer | null> {
  if (!knowsPasskeys()) return null;
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await load();
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  const { ceremonyId, options } = await start();
  // Refused, or taken back by another ceremony: a proposal that nobody took up is no failure to tell.
  const credential = await startAuthentication({
    optionsJSON: toAuthentication(options),
    useBrowserAutofill: true,
    // The field is drawn by a library; it is there, and marked.
    verifyBrowserAutofillInput: false,
  }).catch(() => null);
  return credential && { ceremonyId, credential: toWire(credential) };
}

/** Takes back what `offerPasskeys` waits for. */
export async function withdrawOffer(): Promise<void> {
  const { WebAuthnAbortService } = await load();
  WebAuthnAbortService.cancelCeremony();
}
