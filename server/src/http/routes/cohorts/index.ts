import type { Route } from '../../route.ts';
import { addCohortCase } from './add-cohort-case.ts';
import { createCohort } from './create-cohort.ts';
import { exportCohort } from './export-cohort.ts';
import { listCohorts } from './list-cohorts.ts';
import { readCohort } from './read-cohort.ts';
import { removeCohort } from './remove-cohort.ts';
import { removeCohortCase } from './remove-cohort-case.ts';
import { removeCohortMember } from './remove-cohort-member.ts';
import { setCohortMember } from './set-cohort-member.ts';
import { updateCohort } from './update-cohort.ts';

export const cohortRoutes: Route[] = [
  listCohorts,
  createCohort,
  readCohort,
  updateCohort,
  removeCohort,
  addCohortCase,
  removeCohortCase,
  setCohortMember,
  removeCohortMember,
  exportCohort,
];
