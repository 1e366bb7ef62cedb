/**
 * The patient's identity: its checked form, and a new patient. What is written about the patient is not here.
 */
export { CorrectIdentityDialog } from './correct-identity-dialog.tsx';
export { HomonymDialog } from './homonym-dialog.tsx';
export { draftOf, emptyIdentity, type IdentityDraft, type IdentityField, readIdentity } from './identity-draft.ts';
export { IdentityFields } from './identity-fields.tsx';
export { MatchDialog } from './match-dialog.tsx';
export { NewPatientForm } from './new-patient-form.tsx';
export { useIdentityForm } from './use-identity-form.ts';
