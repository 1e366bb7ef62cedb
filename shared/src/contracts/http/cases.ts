import { z } from 'zod';
import { actionSchema, caseShareRoles } from '../access.ts';
import { identifier, patientIdentity, reportState } from '../../domain/index.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';
import { patientBanner } from './patients.ts';

export const caseCard = z.object({
  caseId: identifier,
  patient: patientBanner,
  createdAt: z.iso.datetime(),
  /** The next or latest meeting on whose list it stands. */
  meeting: z.object({ meetingId: identifier, boardName: z.string(), startsAt: z.iso.datetime() }).nullable(),
});
export type CaseCard = z.infer<typeof caseCard>;

export const grantLine = z.object({
  grantId: identifier,
  person: person.nullable(),
  boardName: z.string().nullable(),
  role: z.string(),
});
export type GrantLine = z.infer<typeof grantLine>;

export const caseDetail = caseCard.extend({
  abilities: z.array(actionSchema),
  people: z.array(grantLine),
});
export type CaseDetail = z.infer<typeof caseDetail>;

/** One line of « commentaires »: an opinion given in a meeting, with its file once frozen. Source: SC-94 to SC-97. */
export const opinionLine = z.object({
  reportId: identifier,
  boardName: z.string(),
  meetingStartsAt: z.iso.datetime(),
  state: reportState,
  version: z.number().int(),
  replacedBy: identifier.nullable(),
  documentNumber: z.string().nullable(),
  signedAt: z.iso.datetime().nullable(),
});
export type OpinionLine = z.infer<typeof opinionLine>;

const caseParams = z.object({ caseId: identifier });

export const caseEndpoints = {
  listCases: endpoint({
    method: 'GET',
    path: '/api/cases',
    summary: 'My patients; with `may`, only the cases on which I may do this',
    gate: 'signed_in',
    query: z.object({
      search: z.string().trim().max(100).optional(),
      may: z.enum(['case.read', 'case.share']).default('case.read'),
    }),
    response: z.array(caseCard),
  }),
  openCase: endpoint({
    method: 'POST',
    path: '/api/cases',
    summary:
      'Create a patient and its case; `patient_exists` when the traits are already known, unless `homonym` is true',
    gate: 'signed_in',
    body: patientIdentity.extend({
      homonym: z.boolean().default(false),
      referentId: identifier.nullable().default(null),
    }),
    response: z.object({ caseId: identifier }),
  }),
  readCase: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId',
    summary: 'A case: patient, people, abilities',
    gate: { action: 'case.read', subject: 'case', param: 'caseId' },
    params: caseParams,
    response: caseDetail,
  }),
  listOpinions: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/opinions',
    summary: '« Commentaires »: the reports of this case that the reader may read',
    gate: { action: 'case.read', subject: 'case', param: 'caseId' },
    params: caseParams,
    response: z.array(opinionLine),
  }),
  shareCase: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/grants',
    summary: 'Give a colleague access to a case',
    gate: { action: 'case.share', subject: 'case', param: 'caseId' },
    params: caseParams,
    body: z.object({ accountId: identifier, role: caseShareRoles }),
    response: grantLine,
  }),
  unshareCase: endpoint({
    method: 'DELETE',
    path: '/api/cases/:caseId/grants/:grantId',
    summary: 'Withdraw an access; live channels close within 5 s',
    gate: { action: 'case.share', subject: 'case', param: 'caseId' },
    params: caseParams.extend({ grantId: identifier }),
    response: z.void(),
  }),
};
