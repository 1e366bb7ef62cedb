import { reportEndpoints } from '@concertation/shared/contracts';
import { listGaps as list } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const listGaps = route(reportEndpoints.listGaps, (services, { params }) => list(services, params.reportId));
