/**
 * « Accès en urgence » (bris de glace): a professional reads, for two hours and with a written reason, a case that is not
 * theirs; those who answer for it read who and why. The form of the patient's traits is given to it by the route.
 */
export { EmergenciesLink } from './emergencies-link.tsx';
export { EmergenciesPanel } from './emergencies-panel.tsx';
export { EmergencyAccess, type EmergencyAccessProps } from './emergency-access.tsx';
export { EmergencyBanner } from './emergency-banner.tsx';
