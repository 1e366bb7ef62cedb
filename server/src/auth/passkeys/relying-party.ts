/** EdDSA, ES256, RS256. SimpleWebAuthn would offer first a post-quantum key that few authenticators can check. */
export const algorithms = [-8, -7, -257];

export type RelyingParty = { id: string; name: string; origin: string };

/** Whom passkeys are bound to: this installation's public origin, as configured; a request has no say (rule AUT-11). */
export function relyingParty(origin: string): RelyingParty {
  return { id: new URL(origin).hostname, name: 'Concertation', origin };
}

/** What an authenticator stores of an account, and gives back at sign-in: the 16 bytes of its id, and nothing personal. */
export function userHandle(accountId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex'));
}
