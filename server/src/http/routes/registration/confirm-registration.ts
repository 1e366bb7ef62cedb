import { endpoints } from '@concertation/shared/contracts';
import { confirmRegistration as confirm } from '../../../registration/index.ts';
import { route } from '../../route.ts';
import { registrationRate } from './registration-rate.ts';

export const confirmRegistration = route(
  endpoints.confirmRegistration,
  (services, { body }) => confirm(services, body),
  registrationRate,
);
