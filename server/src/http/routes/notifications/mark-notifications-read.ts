import { endpoints } from '@concertation/shared/contracts';
import { markRead } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

export const markNotificationsRead = route(endpoints.markNotificationsRead, ({ database }, { principal, body }) =>
  markRead(database.db, principal.accountId, body.notificationIds),
);
