import { endpoints } from '@concertation/shared/contracts';
import { finishSignIn as finish } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from './door-rate.ts';
import { signInReply, visitorOf } from './sign-in-reply.ts';

export const finishSignIn = route(
  endpoints.finishSignIn,
  async (services, { body, principal, request, reply }) =>
    signInReply(services, reply, await finish(services, visitorOf(request, principal, body.shared), body), body.shared),
  doorRate,
);
