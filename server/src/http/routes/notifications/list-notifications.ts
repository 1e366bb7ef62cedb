import { endpoints } from '@concertation/shared/contracts';
import { readNotifications } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

export const listNotifications = route(endpoints.listNotifications, ({ database }, { principal }) =>
  readNotifications(database.db, principal.accountId),
);
