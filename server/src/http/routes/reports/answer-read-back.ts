import { reportEndpoints } from '@concertation/shared/contracts';
import { answerReadBack as answer } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const answerReadBack = route(reportEndpoints.answerReadBack, (services, { principal, params, body }) =>
  answer(services, principal, { ...params, ...body }),
);
