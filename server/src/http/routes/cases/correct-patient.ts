import { endpoints } from '@concertation/shared/contracts';
import { correctIdentity } from '../../../cases/index.ts';
import { route } from '../../route.ts';
import { followCase } from './follow-case.ts';

export const correctPatient = route(endpoints.correctPatient, async (services, { principal, params, body }) => {
  const { revision, homonym, ...identity } = body;
  return correctIdentity({ ...services, ...followCase }, principal, params.caseId, { identity, revision, homonym });
});
