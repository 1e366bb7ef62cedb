import { endpoints } from '@concertation/shared/contracts';
import { withdrawErasure as withdraw } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const withdrawErasure = route(endpoints.withdrawErasure, (services, { principal }) =>
  withdraw(services, principal),
);
