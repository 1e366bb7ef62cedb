import { reportEndpoints } from '@concertation/shared/contracts';
import { moveReport as move } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const moveReport = route(reportEndpoints.moveReport, (services, { principal, params, body }) =>
  move(services, principal, { ...params, ...body }),
);
