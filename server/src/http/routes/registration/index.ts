import type { Route } from '../../route.ts';
import { askValidation } from './ask-validation.ts';
import { confirmRegistration } from './confirm-registration.ts';
import { decideOrganisationValidation } from './decide-organisation-validation.ts';
import { decideValidation } from './decide-validation.ts';
import { finishRegistrationPasskey } from './finish-registration-passkey.ts';
import { listOrganisationValidations } from './list-organisation-validations.ts';
import { listValidations } from './list-validations.ts';
import { listVouchers } from './list-vouchers.ts';
import { previewProof } from './preview-proof.ts';
import { readOwnValidation } from './read-own-validation.ts';
import { register } from './register.ts';
import { startRegistrationPasskey } from './start-registration-passkey.ts';
import { vouch } from './vouch.ts';
import { withdrawValidation } from './withdraw-validation.ts';

export const registrationRoutes: Route[] = [
  register,
  confirmRegistration,
  startRegistrationPasskey,
  finishRegistrationPasskey,
  readOwnValidation,
  askValidation,
  withdrawValidation,
  listVouchers,
  vouch,
  listOrganisationValidations,
  decideOrganisationValidation,
  listValidations,
  previewProof,
  decideValidation,
];
