import { z } from 'zod';
import { cohortRoles } from '../../access/index.ts';
import { identifier, line, paragraph } from '../../domain/index.ts';
import { actionSchema } from '../access.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';
import { patientBanner } from './patients.ts';

export const cohortCard = z.object({
  cohortId: identifier,
  name: z.string(),
  description: z.string(),
  caseCount: z.number().int(),
  role: z.enum(cohortRoles),
});
export type CohortCard = z.infer<typeof cohortCard>;

export const cohortDetail = cohortCard.extend({
  abilities: z.array(actionSchema),
  /** The cases that the reader may read; `reserved` counts the others, which are named to nobody here. */
  cases: z.array(z.object({ caseId: identifier, patient: patientBanner, addedAt: z.iso.datetime() })),
  reserved: z.number().int(),
  members: z.array(z.object({ person, role: z.enum(cohortRoles) })),
});
export type CohortDetail = z.infer<typeof cohortDetail>;

const params = z.object({ cohortId: identifier });
const reads = { action: 'cohort.read', subject: 'cohort', param: 'cohortId' } as const;
const manages = { action: 'cohort.manage', subject: 'cohort', param: 'cohortId' } as const;
const words = z.object({ name: line(120), description: paragraph(2000).default('') });

export const cohortEndpoints = {
  listCohorts: endpoint({
    method: 'GET',
    path: '/api/cohorts',
    summary: 'My cohorts, by name',
    gate: 'signed_in',
    query: z.object({ search: z.string().trim().max(100).optional() }),
    response: z.array(cohortCard),
  }),
  createCohort: endpoint({
    method: 'POST',
    path: '/api/cohorts',
    summary: 'Create a cohort',
    gate: 'signed_in',
    body: words,
    response: z.object({ cohortId: identifier }),
  }),
  readCohort: endpoint({
    method: 'GET',
    path: '/api/cohorts/:cohortId',
    summary: 'A cohort: its members, and those of its cases that the reader may read',
    gate: reads,
    params,
    response: cohortDetail,
  }),
  updateCohort: endpoint({
    method: 'PATCH',
    path: '/api/cohorts/:cohortId',
    summary: 'Rename or describe a cohort',
    gate: manages,
    params,
    body: words,
    response: z.void(),
  }),
  removeCohort: endpoint({
    method: 'DELETE',
    path: '/api/cohorts/:cohortId',
    summary: 'Delete a cohort; its cases stay',
    gate: manages,
    params,
    response: z.void(),
  }),
  addCohortCase: endpoint({
    method: 'POST',
    path: '/api/cohorts/:cohortId/cases',
    summary: 'Put a case that I may read in a cohort',
    gate: reads,
    params,
    body: z.object({ caseId: identifier }),
    response: z.void(),
  }),
  removeCohortCase: endpoint({
    method: 'DELETE',
    path: '/api/cohorts/:cohortId/cases/:caseId',
    summary: 'Take a case out of a cohort',
    gate: reads,
    params: params.extend({ caseId: identifier }),
    response: z.void(),
  }),
  setCohortMember: endpoint({
    method: 'POST',
    path: '/api/cohorts/:cohortId/members',
    summary: 'Share a cohort with a colleague; it gives no right on its cases',
    gate: manages,
    fresh: true,
    params,
    body: z.object({ accountId: identifier }),
    response: z.void(),
  }),
  removeCohortMember: endpoint({
    method: 'DELETE',
    path: '/api/cohorts/:cohortId/members/:accountId',
    summary: 'Take a member out of a cohort',
    gate: manages,
    params: params.extend({ accountId: identifier }),
    response: z.void(),
  }),
  exportCohort: endpoint({
    method: 'GET',
    path: '/api/cohorts/:cohortId/export.csv',
    summary: 'The cases of a cohort that the reader may read, as CSV (UTF-8, semicolons); audited',
    gate: reads,
    fresh: true,
    params,
    response: z.void(),
    binary: 'text/csv',
  }),
};
