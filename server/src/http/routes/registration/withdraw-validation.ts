import { endpoints } from '@concertation/shared/contracts';
import { withdrawValidation as withdraw } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const withdrawValidation = route(endpoints.withdrawValidation, (services, { principal, params }) =>
  withdraw(services, principal, params.requestId),
);
