import { z } from 'zod';
import { identifier, identityStatus, patientIdentity, sex } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';

/** The traits shown on every screen and document, in this order. */
export const patientBanner = z.object({
  patientId: identifier,
  birthName: z.string(),
  birthGivenName: z.string(),
  usedName: z.string().nullable(),
  usedGivenName: z.string().nullable(),
  birthDate: z.string(),
  sex,
  identityStatus,
  /** Increases at each correction of the identity; sent back with it, so that two corrections cannot overwrite. */
  revision: z.number().int(),
});
export type PatientBanner = z.infer<typeof patientBanner>;

export const patientEndpoints = {
  correctPatient: endpoint({
    method: 'PATCH',
    path: '/api/cases/:caseId/patient',
    summary:
      'Correct the identity of a case’s patient; `patient_exists` when another patient has the new traits, unless `homonym` is true',
    gate: { action: 'case.share', subject: 'case', param: 'caseId' },
    params: z.object({ caseId: identifier }),
    body: patientIdentity.extend({ revision: z.number().int(), homonym: z.boolean().default(false) }),
    response: patientBanner,
  }),
};
