/**
 * Becoming somebody here: « S’inscrire » by the directory or by hand, the link of confirmation, the trial and how it
 * becomes an account that lasts. Signing in is another feature.
 */
export { ConfirmationScreen } from './confirmation-screen.tsx';
export { RegistrationScreen } from './registration-screen.tsx';
export { Terms } from './terms.tsx';
export { ValidationPanel } from './validation-panel.tsx';
export { VouchingPanel } from './vouching-panel.tsx';
