import { endpoints } from '@concertation/shared/contracts';
import { readRecoveryPhone as read } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const readRecoveryPhone = route(endpoints.readRecoveryPhone, (services, { principal, params }) =>
  read(services, principal, params.recoveryId),
);
