import { endpoints } from '@concertation/shared/contracts';
import { withdrawInvitation as withdraw } from '../../../boards/index.ts';
import { route } from '../../route.ts';

export const withdrawInvitation = route(endpoints.withdrawInvitation, async (services, { principal, params }) =>
  withdraw(services, principal, params),
);
