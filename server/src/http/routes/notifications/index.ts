import type { Route } from '../../route.ts';
import { listNotifications } from './list-notifications.ts';
import { listOutbox } from './list-outbox.ts';
import { listTextMessages } from './list-text-messages.ts';
import { markNotificationsRead } from './mark-notifications-read.ts';
import { readConnectionTest } from './read-connection-test.ts';
import { readNotificationPreferences } from './read-notification-preferences.ts';
import { recordConnectionTest } from './record-connection-test.ts';
import { saveNotificationPreference } from './save-notification-preference.ts';

export const notificationRoutes: Route[] = [
  listNotifications,
  markNotificationsRead,
  readNotificationPreferences,
  saveNotificationPreference,
  readConnectionTest,
  recordConnectionTest,
  listOutbox,
  listTextMessages,
];
