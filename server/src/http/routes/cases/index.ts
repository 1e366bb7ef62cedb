import type { Route } from '../../route.ts';
import { addCorrespondent } from './add-correspondent.ts';
import { correctPatient } from './correct-patient.ts';
import { listCases } from './list-cases.ts';
import { listCorrespondents } from './list-correspondents.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { readCaseChanges } from './read-case-changes.ts';
import { removeCorrespondent } from './remove-correspondent.ts';
import { shareCase } from './share-case.ts';
import { unshareCase } from './unshare-case.ts';

export const caseRoutes: Route[] = [
  listCases,
  openCase,
  readCase,
  readCaseChanges,
  correctPatient,
  shareCase,
  unshareCase,
  listCorrespondents,
  addCorrespondent,
  removeCorrespondent,
];
