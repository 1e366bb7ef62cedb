import { reportEndpoints } from '@concertation/shared/contracts';
import { prefillReport as prefill } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const prefillReport = route(reportEndpoints.prefillReport, (services, { principal, params }) =>
  prefill(services, principal, params.reportId),
);
