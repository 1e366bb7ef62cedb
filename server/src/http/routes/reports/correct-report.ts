import { reportEndpoints } from '@concertation/shared/contracts';
import { correctReport as correct } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const correctReport = route(reportEndpoints.correctReport, (services, { principal, params, body }) =>
  correct(services, principal, { ...params, ...body }),
);
