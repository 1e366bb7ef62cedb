import { endpoints } from '@concertation/shared/contracts';
import { openCase as open } from '../../../cases/index.ts';
import { route } from '../../route.ts';

export const openCase = route(endpoints.openCase, async (services, { principal, body }) => {
  const { homonym, referentId, patientId, ...identity } = body;
  const { caseId } = await open(services, principal, { identity, homonym, referentId, patientId });
  return { caseId };
});
