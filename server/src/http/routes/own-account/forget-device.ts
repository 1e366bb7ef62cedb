import { endpoints } from '@concertation/shared/contracts';
import { forgetDevice as forget } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const forgetDevice = route(endpoints.forgetDevice, (services, { principal, params }) =>
  forget(services, principal, params.deviceId),
);
