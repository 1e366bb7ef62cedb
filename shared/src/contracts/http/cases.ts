import { z } from 'zod';
import { actionSchema, caseShareRoles } from '../access.ts';
import { caseFields, caseSections } from '../../documents/index.ts';
import { identifier, patientIdentity } from '../../domain/index.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';
import { patientBanner } from './patients.ts';

export const caseCard = z.object({
  caseId: identifier,
  patient: patientBanner,
  createdAt: z.iso.datetime(),
  /** The next or latest meeting on whose list it stands. */
  meeting: z.object({ meetingId: identifier, boardName: z.string(), startsAt: z.iso.datetime() }).nullable(),
  /** « Demandes »: how many wait, how many were answered. Source: SC-49, SC-101. */
  requests: z.object({ pending: z.number().int(), answered: z.number().int() }),
  /** False while its three steps are being filled in: « en préparation ». */
  registered: z.boolean(),
  /** Why it is one of mine: I added it, I am its referent, my opinion is asked, I administer a board that has it. Source: SC-27 to SC-30. */
  because: z.array(z.enum(['added', 'referent', 'opinion', 'board'])),
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
  /** Until when one reads it by an emergency, and by nothing else; null otherwise. */
  emergencyEndsAt: z.iso.datetime().nullable(),
});
export type CaseDetail = z.infer<typeof caseDetail>;

/** What changed on a case's sheet since its last frozen report, by field and by sentence. */
export const caseChanges = z.object({
  since: z.object({ reportId: identifier, boardName: z.string(), frozenAt: z.iso.datetime() }).nullable(),
  fields: z.array(z.object({ field: z.enum(caseFields), before: z.string(), after: z.string() })),
  sections: z.array(
    z.object({
      section: z.enum(caseSections),
      sentences: z.array(z.object({ change: z.enum(['added', 'removed']), text: z.string() })),
    }),
  ),
});
export type CaseChanges = z.infer<typeof caseChanges>;

const caseParams = z.object({ caseId: identifier });

export const caseEndpoints = {
  listCases: endpoint({
    method: 'GET',
    path: '/api/cases',
    summary:
      '« Mes patients » by the four criteria of SC-27 to SC-30, latest first; with `may`, only the cases on which I may do this',
    gate: 'signed_in',
    query: z.object({
      search: z.string().trim().max(100).optional(),
      may: z.enum(['case.read', 'case.share']).default('case.read'),
      /** Both together: cases with a request that waits or one that was answered. */
      pending: z.enum(['true', 'false']).default('false'),
      answered: z.enum(['true', 'false']).default('false'),
      /** Where the page before ended. */
      after: identifier.optional(),
    }),
    /** `total` counts all of mine, `found` those that match; `next` is null on the last page (50 cards a page). */
    response: z.object({
      total: z.number().int(),
      found: z.number().int(),
      cards: z.array(caseCard),
      next: identifier.nullable(),
    }),
  }),
  openCase: endpoint({
    method: 'POST',
    path: '/api/cases',
    summary:
      'Create a patient and its case, in preparation until it is registered; `patient_exists` when the traits are already known, unless `homonym` is true',
    gate: 'signed_in',
    body: patientIdentity.extend({
      homonym: z.boolean().default(false),
      referentId: identifier.nullable().default(null),
      /** The patient found before: a new case for the same person, whose identity stays as it is. */
      patientId: identifier.nullable().default(null),
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
  readCaseChanges: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/changes',
    summary: '« Depuis la dernière RCP »: what changed since the last frozen report that the reader may read',
    gate: { action: 'case.read', subject: 'case', param: 'caseId' },
    params: caseParams,
    response: caseChanges,
  }),
  shareCase: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/grants',
    summary: 'Give a colleague access to a case',
    gate: { action: 'case.share', subject: 'case', param: 'caseId' },
    fresh: true,
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
