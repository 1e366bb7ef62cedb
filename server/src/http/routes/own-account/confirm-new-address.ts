import { endpoints } from '@concertation/shared/contracts';
import { confirmNewAddress as confirm } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from '../accounts/door-rate.ts';

export const confirmNewAddress = route(
  endpoints.confirmNewAddress,
  (services, { body }) => confirm(services, body.token),
  doorRate,
);
