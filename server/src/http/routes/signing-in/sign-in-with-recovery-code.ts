import { endpoints } from '@concertation/shared/contracts';
import { signInWithRecoveryCode as signIn } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';
import { signInReply, visitorOf } from '../accounts/sign-in-reply.ts';

export const signInWithRecoveryCode = route(
  endpoints.signInWithRecoveryCode,
  async (services, { body, principal, request, reply }) =>
    signInReply(services, reply, await signIn(services, visitorOf(request, principal, body.shared), body), body.shared),
  doorRate,
);
