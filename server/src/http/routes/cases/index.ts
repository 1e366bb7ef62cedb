import type { Route } from '../../route.ts';
import { correctPatient } from './correct-patient.ts';
import { listCases } from './list-cases.ts';
import { listOpinions } from './list-opinions.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { shareCase } from './share-case.ts';
import { unshareCase } from './unshare-case.ts';

export const caseRoutes: Route[] = [
  listCases,
  openCase,
  readCase,
  correctPatient,
  listOpinions,
  shareCase,
  unshareCase,
];
