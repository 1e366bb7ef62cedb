import { accountEndpoints } from '@concertation/shared/contracts';
import { loginDemonstration as login } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from './door-rate.ts';
import { signInReply, visitorOf } from './sign-in-reply.ts';

export const loginDemonstration = route(
  accountEndpoints.loginDemonstration,
  async (services, { body, principal, request, reply }) =>
    signInReply(services, reply, await login(services, visitorOf(request, principal), body.account)),
  doorRate,
);
