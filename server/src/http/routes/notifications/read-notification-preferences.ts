import { endpoints } from '@concertation/shared/contracts';
import { readPreferences } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

export const readNotificationPreferences = route(endpoints.readNotificationPreferences, ({ database }, { principal }) =>
  readPreferences(database.db, principal.accountId),
);
