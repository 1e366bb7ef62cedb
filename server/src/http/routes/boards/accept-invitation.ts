import { endpoints } from '@concertation/shared/contracts';
import { acceptInvitation as accept } from '../../../boards/index.ts';
import { route } from '../../route.ts';
import { linkRate } from './invitation-rate.ts';

export const acceptInvitation = route(
  endpoints.acceptInvitation,
  async (services, { principal, params: { token } }) => accept(services, principal, token),
  linkRate,
);
