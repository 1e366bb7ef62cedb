import { endpoints } from '@concertation/shared/contracts';
import { endSuspension } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const restoreAccount = route(endpoints.restoreAccount, (services, { principal, params }) =>
  endSuspension(services, principal, params.accountId),
);
