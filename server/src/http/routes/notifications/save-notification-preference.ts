import { endpoints } from '@concertation/shared/contracts';
import { savePreference } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

export const saveNotificationPreference = route(endpoints.saveNotificationPreference, (services, { principal, body }) =>
  savePreference(services, principal, body),
);
