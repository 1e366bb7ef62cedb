/**
 * What somebody is told: the bell, all notifications, which ones also come by e-mail; the demonstration's outbox; the
 * connection test and how to prepare a meeting. It names cases and meetings by links only.
 */
export { ConnectionTestPanel } from './connection-test/connection-test-panel.tsx';
export { GoodPracticePanel } from './connection-test/good-practice-panel.tsx';
export { HelpPanel } from './connection-test/help-panel.tsx';
export { LatestTestPanel } from './connection-test/latest-test-panel.tsx';
export { NotificationBell } from './notification-bell.tsx';
export { NotificationsPanel } from './notifications-panel.tsx';
export { OutboxPanel } from './outbox/outbox-panel.tsx';
export { TextMessagesPanel } from './outbox/text-messages-panel.tsx';
export { PreferencesPanel } from './preferences-panel.tsx';
