import { endpoints } from '@concertation/shared/contracts';
import { withdrawMessage as withdraw } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const withdrawMessage = route(endpoints.withdrawMessage, (services, { principal, params }) =>
  withdraw(services, principal, params),
);
