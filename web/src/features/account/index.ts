/**
 * « Mon compte »: who one is, what opens the account, where it is open, what this browser remembers. Signing in and
 * registering are other features. It knows nothing of patients and meetings.
 */
export { type AccountPart, AccountParts, accountParts } from './account-parts.tsx';
export { DevicesPanel } from './devices-panel.tsx';
export { DisplayPanel } from './display-panel.tsx';
export { LeavePanel } from './leave-panel.tsx';
export { PasskeysPanel } from './passkeys-panel.tsx';
export { PersonalDataPanel } from './personal-data/personal-data-panel.tsx';
export { ProfilePanel } from './profile-panel.tsx';
export { SessionsPanel } from './sessions-panel.tsx';
export { WaysInPanel } from './ways-in-panel.tsx';
