import { endpoints } from '@concertation/shared/contracts';
import { readConsents } from '../../../cases/index.ts';
import { route } from '../../route.ts';
import { showConsent } from './show-consent.ts';

export const readConsent = route(endpoints.readConsent, async ({ database: { db } }, { params: { caseId } }) => {
  const consent = (await readConsents(db, [caseId])).get(caseId);
  return consent ? showConsent(db, consent) : null;
});
