import { z } from 'zod';
import { code, codeChannels, identifier, line, password, pin } from '../../domain/index.ts';
import { me } from './account.ts';
import { endpoint } from './endpoint.ts';

/** What the browser's WebAuthn API takes and gives: opaque JSON here, checked by SimpleWebAuthn. */
const webauthn = z.record(z.string(), z.unknown());
export const ceremony = z.object({ ceremonyId: identifier, options: webauthn });
export const ceremonyAnswer = z.object({ ceremonyId: identifier, credential: webauthn });
export const passkeyName = line(60);

/** « Poste partagé »: the session is short when idle, and the browser remembers nobody. */
export const shared = z.boolean().default(false);
/** As typed, of any shape: a wrong address is refused like a wrong password. */
const email = z.string().trim().min(1).max(254).toLowerCase();
/** The secret of a link that came by e-mail. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A code is awaited. `hint`: the last two digits of the telephone, or nothing. Source: SC-19, SC-20. */
export const awaitedCode = z.object({
  pendingId: z.string(),
  channel: z.enum(codeChannels),
  hint: z.string(),
  /** Seconds before « recevoir un nouveau code par e-mail » is answered. */
  resendAfterSeconds: z.number().int(),
});
export type AwaitedCode = z.infer<typeof awaitedCode>;

/** What opens an account: for the screens of sign-in and of the account. */
export const signingInEndpoints = {
  startSignIn: endpoint({
    method: 'POST',
    path: '/api/sign-in/start',
    summary: 'Begin a sign-in with a passkey',
    gate: 'public',
    response: ceremony,
  }),
  finishSignIn: endpoint({
    method: 'POST',
    path: '/api/sign-in/finish',
    summary: 'Check the passkey and sign in',
    gate: 'public',
    body: ceremonyAnswer.extend({ shared }),
    response: me,
  }),
  signInWithPassword: endpoint({
    method: 'POST',
    path: '/api/sign-in/password',
    summary:
      'Check e-mail and password, and send a code; `credentials_refused` whatever is wrong, `wait` when tried too often',
    gate: 'public',
    body: z.object({ email, password: z.string().min(1).max(256), shared }),
    response: awaitedCode,
  }),
  finishSignInWithCode: endpoint({
    method: 'POST',
    path: '/api/sign-in/code',
    summary: 'Check the code and sign in; `code_refused` when it is wrong, `code_ended` when it is too late',
    gate: 'public',
    body: z.object({ pendingId: z.string().max(100), code }),
    response: me,
  }),
  sendCodeByEmail: endpoint({
    method: 'POST',
    path: '/api/sign-in/code-by-email',
    summary: '« Recevoir un nouveau code par e-mail », once the stated delay is over; `wait` before',
    gate: 'public',
    body: z.object({ pendingId: z.string().max(100) }),
    response: awaitedCode,
  }),
  askNewPassword: endpoint({
    method: 'POST',
    path: '/api/password/forgotten',
    summary: '« Mot de passe oublié ? »: a link by e-mail if the address has an account; the answer is the same if not',
    gate: 'public',
    body: z.object({ email: z.email().max(254).toLowerCase() }),
    response: z.void(),
  }),
  setForgottenPassword: endpoint({
    method: 'POST',
    path: '/api/password/new',
    summary: 'Set the password behind a link, and end every session; `link_ended` for a used or expired link',
    gate: 'public',
    body: z.object({ token: linkToken, password }),
    response: z.void(),
  }),
  signInWithRecoveryCode: endpoint({
    method: 'POST',
    path: '/api/recovery/code',
    summary: 'Sign in with the e-mail and one of the printed codes, each of which serves once',
    gate: 'public',
    body: z.object({ email, recoveryCode: z.string().trim().min(1).max(40), shared }),
    response: me,
  }),
  askRecovery: endpoint({
    method: 'POST',
    path: '/api/recovery',
    summary: 'Everything is lost: ask an administrator. The answer is the same without an account; its owner is told',
    gate: 'public',
    body: z.object({ email: z.email().max(254).toLowerCase() }),
    response: z.void(),
  }),
  stopRecovery: endpoint({
    method: 'POST',
    path: '/api/recovery/stop',
    summary: '« Ce n’est pas moi »: stop a recovery by the link of the notice',
    gate: 'public',
    body: z.object({ token: linkToken }),
    response: z.void(),
  }),
  startRecoveryPasskey: endpoint({
    method: 'POST',
    path: '/api/recovery/passkey/start',
    summary:
      'Begin the new passkey behind the link of an accepted recovery; `link_not_yet` before its waiting time is over',
    gate: 'public',
    body: z.object({ token: linkToken }),
    response: ceremony,
  }),
  finishRecoveryPasskey: endpoint({
    method: 'POST',
    path: '/api/recovery/passkey/finish',
    summary: 'Add the passkey, remove the former ways in, end every session, and sign in',
    gate: 'public',
    body: ceremonyAnswer.extend({ token: linkToken, passkeyName, shared }),
    response: me,
  }),
  startProof: endpoint({
    method: 'POST',
    path: '/api/proof/start',
    summary: 'Begin to prove again that one is there, with a passkey, before what engages',
    gate: 'own_account',
    response: ceremony,
  }),
  finishProof: endpoint({
    method: 'POST',
    path: '/api/proof/finish',
    summary: 'Check the passkey: for ten minutes, what engages is answered',
    gate: 'own_account',
    body: ceremonyAnswer,
    response: z.void(),
  }),
  proveWithPassword: endpoint({
    method: 'POST',
    path: '/api/proof/password',
    summary:
      'The same with the password, and the application’s code where there is one; `credentials_refused` otherwise',
    gate: 'own_account',
    body: z.object({ password: z.string().min(1).max(256), code: code.optional() }),
    response: z.void(),
  }),
  lockSession: endpoint({
    method: 'POST',
    path: '/api/lock',
    summary:
      'Lock this screen: until it is unlocked nothing else is answered; `pin_missing` where no code was chosen here and no passkey exists',
    gate: 'own_account',
    response: z.void(),
  }),
  unlockSession: endpoint({
    method: 'POST',
    path: '/api/unlock',
    summary:
      'Unlock with the four digits chosen on this browser; `pin_refused`, and the session ends at the fifth wrong try',
    gate: 'locked',
    body: z.object({ pin }),
    response: z.void(),
  }),
  startUnlock: endpoint({
    method: 'POST',
    path: '/api/unlock/passkey/start',
    summary: 'Begin to unlock with a passkey (biometrics)',
    gate: 'locked',
    response: ceremony,
  }),
  finishUnlock: endpoint({
    method: 'POST',
    path: '/api/unlock/passkey/finish',
    summary: 'Unlock with a passkey',
    gate: 'locked',
    body: ceremonyAnswer,
    response: z.void(),
  }),
};
