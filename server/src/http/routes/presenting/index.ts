import type { Route } from '../../route.ts';
import { answerPresentation } from './answer-presentation.ts';
import { choosePresentation } from './choose-presentation.ts';
import { listCasePresentations } from './list-case-presentations.ts';
import { matchPatients } from './match-patients.ts';
import { readConsent } from './read-consent.ts';
import { recordConsent } from './record-consent.ts';
import { registerCase } from './register-case.ts';
import { withdrawPresentation } from './withdraw-presentation.ts';

export const presentingRoutes: Route[] = [
  matchPatients,
  listCasePresentations,
  choosePresentation,
  answerPresentation,
  registerCase,
  readConsent,
  recordConsent,
  withdrawPresentation,
];
