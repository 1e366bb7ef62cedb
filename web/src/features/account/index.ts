/**
 * Who is signed in: ways in, a new account, passkeys, open sessions, what this browser remembers for them.
 * It knows nothing of patients and meetings.
 */
export { DemonstrationAccounts } from './demonstration-accounts.tsx';
export { DisplayPanel } from './display-panel.tsx';
export { LanguageSwitch } from './language-switch.tsx';
export { PasskeySignIn } from './passkey-sign-in.tsx';
export { PasskeysPanel } from './passkeys-panel.tsx';
export { ProfilePanel } from './profile-panel.tsx';
export { SessionsPanel } from './sessions-panel.tsx';
export { SignUpForm } from './sign-up-form.tsx';
