/**
 * Cohorts: named sets of cases, shared with colleagues. Being in a cohort gives nobody a right on a case: what each
 * member sees of it is what they may read anyway. Its members are grants on it; it knows nothing clinical.
 */
export { addCohortCase, removeCohortCase } from './cohort-cases.ts';
export { type CohortRow, cohortCsv } from './cohort-csv.ts';
export { removeCohortMember, setCohortMember } from './cohort-members.ts';
export { createCohort } from './create-cohort.ts';
export { dropOwnCohorts } from './drop-own-cohorts.ts';
export { listCohorts } from './list-cohorts.ts';
export { casesOfCohort, cohortMembers, type CohortFacts, readCohort } from './read-cohort.ts';
export { recordCohortExport } from './record-cohort-export.ts';
export { removeCohort } from './remove-cohort.ts';
export { updateCohort } from './update-cohort.ts';
