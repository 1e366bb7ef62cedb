import { endpoints } from '@concertation/shared/contracts';
import { signInWithPassword as check } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';
import { visitorOf } from '../accounts/sign-in-reply.ts';

export const signInWithPassword = route(
  endpoints.signInWithPassword,
  (services, { body, principal, request }) => check(services, visitorOf(request, principal, body.shared), body),
  doorRate,
);
