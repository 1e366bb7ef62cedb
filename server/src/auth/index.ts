/**
 * Auth: who is. Accounts, the passkeys that prove them, and the sessions that remember the proof. It decides nobody's
 * rights (that is access), keeps no secret that would sign anybody in, and of a request reads the session's cookie and which site asks, no more.
 */
export {
  createAccount,
  createGuest,
  demonstrationAccountId,
  demonstrationPeople,
  findColleagues,
  findPeople,
  readGuest,
  readMe,
  renameGuest,
  searchPeople,
} from './accounts/accounts.ts';
export { readAddresses } from './accounts/read-addresses.ts';
export { loginDemonstration } from './accounts/login-demonstration.ts';
export { finishPasskey, startPasskey } from './passkeys/add-passkey.ts';
export { listPasskeys, removePasskey, renamePasskey } from './passkeys/manage-passkeys.ts';
export { finishSignIn, startSignIn } from './passkeys/sign-in.ts';
export { finishSignUp, startSignUp } from './passkeys/sign-up.ts';
export { recordingRefusal } from './record-refusal.ts';
export { isSameSite } from './same-site.ts';
export { describeDevice } from './sessions/describe-device.ts';
export { type NewSession, Sessions, type Visitor } from './sessions/sessions.ts';
export { startSweep } from './sweep.ts';
