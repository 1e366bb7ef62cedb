/**
 * Registration: how somebody becomes an account, and how an account becomes somebody who was checked. Drafts that a link
 * confirms, trials, and the requests to be validated: with a proof, by an administrator, by a colleague who vouches. It
 * signs nobody in, and decides nothing clinical.
 */
export { confirmRegistration } from './registering/confirm-registration.ts';
export { register } from './registering/register.ts';
export { finishRegistrationPasskey, startRegistrationPasskey } from './registering/registration-passkey.ts';
export { removeExpiredRegistrations, startRegistration } from './start-registration.ts';
export { remindTrials } from './trials/remind-trials.ts';
export { askValidation } from './validation/ask-validation.ts';
export { decideOrganisationValidation, decideValidation } from './validation/decide-validation.ts';
export { endWaitingRequests } from './validation/end-waiting-requests.ts';
export { forgetOldProofs } from './validation/forget-old-proofs.ts';
export { proofFollower } from './validation/follow-proof.ts';
export { forgetRequests } from './validation/forget-requests.ts';
export { listOrganisationValidations, listValidations } from './validation/list-validations.ts';
export { listVouchers } from './validation/list-vouchers.ts';
export { previewProof } from './validation/preview-proof.ts';
export { readOwnValidation } from './validation/read-own-validation.ts';
export { refuseProof } from './validation/refuse-proof.ts';
export { vouch } from './validation/vouch.ts';
export { withdrawValidation } from './validation/withdraw-validation.ts';
