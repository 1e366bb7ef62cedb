import { endpoints } from '@concertation/shared/contracts';
import { finishRecoveryPasskey as finish } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';
import { signInReply, visitorOf } from '../accounts/sign-in-reply.ts';

export const finishRecoveryPasskey = route(
  endpoints.finishRecoveryPasskey,
  async (services, { body, principal, request, reply }) =>
    signInReply(services, reply, await finish(services, visitorOf(request, principal, body.shared), body), body.shared),
  doorRate,
);
