import { endpoints } from '@concertation/shared/contracts';
import { finishProof as finish } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const finishProof = route(endpoints.finishProof, (services, { principal, body }) =>
  finish(services, principal, body),
);
