import { reportEndpoints } from '@concertation/shared/contracts';
import { freezeReport as freeze } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const freezeReport = route(reportEndpoints.freezeReport, (services, { principal, params, body }) =>
  freeze(services, principal, { ...params, ...body }),
);
