import { endpoints } from '@concertation/shared/contracts';
import { requireAccess } from '../../../access/index.ts';
import { presentCase as present } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const presentCase = route(endpoints.presentCase, async (services, { principal, params, body: { caseId } }) => {
  await requireAccess(services.database.db, principal, 'case.share', { kind: 'case', id: caseId });
  const { presentationId } = await present(services, principal, { ...params, caseId });
  return { presentationId };
});
