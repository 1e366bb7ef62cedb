import { endpoints } from '@concertation/shared/contracts';
import { recordConsent as record } from '../../../cases/index.ts';
import { followConsent } from '../../../reports/index.ts';
import { route } from '../../route.ts';
import { showConsent } from './show-consent.ts';

export const recordConsent = route(endpoints.recordConsent, async (services, { principal, params, body }) => {
  const consent = await record(
    { ...services, follow: (tx, author, change) => followConsent(tx, services, author, change) },
    principal,
    params.caseId,
    body,
  );
  return showConsent(services.database.db, consent);
});
