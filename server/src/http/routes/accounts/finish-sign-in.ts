import { accountEndpoints } from '@concertation/shared/contracts';
import { finishSignIn as finish } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from './door-rate.ts';
import { signInReply, visitorOf } from './sign-in-reply.ts';

export const finishSignIn = route(
  accountEndpoints.finishSignIn,
  async (services, { body, principal, request, reply }) =>
    signInReply(reply, await finish(services, visitorOf(request, principal), body)),
  doorRate,
);
