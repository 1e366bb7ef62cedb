import { reportEndpoints } from '@concertation/shared/contracts';
import { readReadBack as read } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const readReadBack = route(reportEndpoints.readReadBack, (services, { principal, params }) =>
  read(services, principal, params.reportId),
);
