import { endpoints } from '@concertation/shared/contracts';
import { finishRegistrationPasskey as finish } from '../../../registration/index.ts';
import { route } from '../../route.ts';
import { signInReply, visitorOf } from '../accounts/sign-in-reply.ts';
import { registrationRate } from './registration-rate.ts';

export const finishRegistrationPasskey = route(
  endpoints.finishRegistrationPasskey,
  async (services, { body, principal, request, reply }) =>
    signInReply(services, reply, await finish(services, visitorOf(request, principal, body.shared), body), body.shared),
  registrationRate,
);
