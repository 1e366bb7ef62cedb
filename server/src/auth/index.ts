/**
 * Auth: who is. Accounts, the passkeys that prove them, and the sessions that remember the proof. It decides nobody's
 * rights (that is access), keeps no secret that would sign anybody in, and of a request reads the session's cookie and which site asks, no more.
 */
export { AccountKeys } from './account-keys.ts';
export {
  createAccount,
  createGuest,
  demonstrationAccountId,
  demonstrationPeople,
  findColleagues,
  findPeople,
  readGuest,
  type MoreOfAccount,
  readSelf,
  type Self,
  renameGuest,
  searchPeople,
} from './accounts/accounts.ts';
export { readShownAddresses } from './accounts/account-choices.ts';
export {
  type AccountFacts,
  findAccountByEmail,
  readAccountFacts,
  trialsEnding,
  verifiedBearers,
} from './accounts/account-facts.ts';
export { dropWaysIn } from './accounts/drop-ways-in.ts';
export { eraseAccount } from './accounts/erase-account.ts';
export { type PersonalRecord, readPersonalRecord } from './accounts/personal-record.ts';
export { readWaysIn } from './accounts/ways-in.ts';
export { confirmCodeApplication, removeCodeApplication, startCodeApplication } from './codes/application.ts';
export { finishSignInWithCode, sendCodeByEmail } from './codes/sign-in-with-code.ts';
export { forgetDevice } from './devices/devices.ts';
export { finishUnlock, lockSession, unlockSession } from './lock/lock-session.ts';
export { choosePin } from './lock/pin.ts';
export type { AuthNeeds } from './needs.ts';
export { readAddresses } from './accounts/read-addresses.ts';
export { reachableAccounts } from './accounts/reachable-accounts.ts';
export { readSearchedAccounts, searchAccounts, type SearchedAccount } from './accounts/search-accounts.ts';
export { restoreAccount, suspendAccount } from './accounts/suspend-account.ts';
export { verifyAccount } from './accounts/verify-account.ts';
export { loginDemonstration } from './accounts/login-demonstration.ts';
export { finishPasskey, startPasskey } from './passkeys/add-passkey.ts';
export { finishFirstPasskey, type FirstPasskeyNeeds, startFirstPasskey } from './passkeys/first-passkey.ts';
export { listPasskeys, removePasskey, renamePasskey } from './passkeys/manage-passkeys.ts';
export { finishSignIn, startSignIn } from './passkeys/sign-in.ts';
export { linkProSanteConnect } from './pro-sante-connect/link.ts';
export { ProSanteConnect } from './pro-sante-connect/provider.ts';
export { callbackPath, finishProviderVisit, startProviderVisit } from './pro-sante-connect/sign-in.ts';
export { unlinkProSanteConnect } from './pro-sante-connect/unlink.ts';
export { readIdentity as readProvenIdentity } from './pro-sante-connect/visits.ts';
export { recordingRefusal } from './record-refusal.ts';
export { isSameSite } from './same-site.ts';
export { admit, type Admission, type SignedIn } from './sessions/admit.ts';
export { describeDevice } from './sessions/describe-device.ts';
export { checkPassword, type PasswordHolder } from './passwords/check-password.ts';
export { askNewPassword, setForgottenPassword } from './passwords/forgotten-password.ts';
export { hashPassword, isPassword } from './passwords/hash-password.ts';
export { removePassword, setPassword } from './passwords/set-password.ts';
export { signInWithPassword } from './passwords/sign-in-with-password.ts';
export { storePassword } from './passwords/stored-passwords.ts';
export { askNewAddress, confirmNewAddress } from './profile/new-address.ts';
export { readProfile, updateProfile } from './profile/profile.ts';
export { finishProof, startPresence } from './proof/prove-with-passkey.ts';
export { proveWithPassword } from './proof/prove-with-password.ts';
export { askRecovery, stopRecovery } from './recovery/ask-recovery.ts';
export { type AskedRecovery, decideRecovery, listAskedRecoveries } from './recovery/decide-recovery.ts';
export { readRecoveryPhone } from './recovery/read-recovery-phone.ts';
export { finishRecoveryPasskey, startRecoveryPasskey } from './recovery/recover.ts';
export { makeRecoveryCodes, signInWithRecoveryCode } from './recovery/recovery-codes.ts';
export type { Post } from './post.ts';
export { type NewSession, Sessions, type Visit, type Visitor } from './sessions/sessions.ts';
export { startSweep } from './sweep.ts';
