import { endpoints } from '@concertation/shared/contracts';
import { decideRecovery as decide } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const decideRecovery = route(endpoints.decideRecovery, (services, { principal, params, body }) =>
  decide(services, principal, params.recoveryId, body.accepted),
);
