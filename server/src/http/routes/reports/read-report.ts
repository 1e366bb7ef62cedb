import { reportEndpoints } from '@concertation/shared/contracts';
import { followReading } from '../../../deliveries/index.ts';
import { readReport as read } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const readReport = route(reportEndpoints.readReport, (services, { principal, params }) =>
  read({ ...services, followReading }, principal, params.reportId),
);
