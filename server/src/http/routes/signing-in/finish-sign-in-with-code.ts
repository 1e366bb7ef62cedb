import { endpoints } from '@concertation/shared/contracts';
import { finishSignInWithCode as finish } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';
import { signInReply, visitorOf } from '../accounts/sign-in-reply.ts';

export const finishSignInWithCode = route(
  endpoints.finishSignInWithCode,
  async (services, { body, principal, request, reply }) => {
    const { shared, ...signedIn } = await finish(services, visitorOf(request, principal), body);
    return signInReply(services, reply, signedIn, shared);
  },
  doorRate,
);
