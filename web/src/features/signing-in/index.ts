/**
 * Ways in: passkey, Pro Santé Connect, password and code, recovery; and staying in: the proof asked before what engages,
 * the locked screen, the end of a shared computer's session. It knows nothing of what is done once inside.
 */
export { CodeSignIn } from './code-sign-in.tsx';
export { DemonstrationAccounts } from './demonstration-accounts.tsx';
export { ForgottenPassword } from './forgotten-password.tsx';
export { LanguageSwitch } from './language-switch.tsx';
export { IdleWatch } from './lock/idle-watch.tsx';
export { noteUse } from './lock/last-use.ts';
export { LockCover } from './lock/lock-cover.tsx';
export { NewPassword } from './new-password.tsx';
export { OnePressLink } from './one-press-link.tsx';
export { PasskeySignIn } from './passkey-sign-in.tsx';
export { PasswordSignIn } from './password-sign-in.tsx';
export { ProofGiven } from './proof/proof-given.tsx';
export { ProofGuard } from './proof/proof-guard.tsx';
export { ProSanteConnect } from './pro-sante-connect.tsx';
export { Recovery } from './recovery.tsx';
export { RecoveryPasskey } from './recovery-passkey.tsx';
export { SharedComputerField } from './shared-computer-field.tsx';
export { useSharedComputer } from './shared-computer.ts';
export { noteFormerPage, takeFormerPageOfAnother } from './former-page.ts';
export { forgetRegistration } from './forget-registration.ts';
export { useEnter } from './use-enter.ts';
export { useSignOut } from './use-sign-out.ts';
export { forgetWanted, keepWanted } from './wanted.ts';
