import { endpoints } from '@concertation/shared/contracts';
import { readAudit } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const searchAudit = route(endpoints.searchAudit, (services, { principal, query }) =>
  readAudit(services, principal, query),
);
