import { endpoints } from '@concertation/shared/contracts';
import { registerCase as register } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const registerCase = route(endpoints.registerCase, async (services, { principal, params }) =>
  register(services, principal, params.caseId),
);
