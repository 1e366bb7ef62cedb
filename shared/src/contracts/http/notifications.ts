import { z } from 'zod';
import { identifier } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';

/** The closed list of what is told. Source: SC-78, SC-85, issue « notifications ». */
export const notificationKinds = [
  'presentation_added',
  'presentation_postponed',
  'presentation_removed',
  'case_reminder',
  'case_shared',
  'opinion_asked',
  'opinion_answered',
  'meeting_planned',
  'meeting_changed',
  'meeting_cancelled',
  'member_added',
  'report_signed',
  'report_replaced',
  'emergency_access',
  'message_received',
  'digest',
] as const;
export const notificationKind = z.enum(notificationKinds);
export type NotificationKind = z.infer<typeof notificationKind>;

/** What a notification is about: ids that build its link, a board's name, a date, a count. Never a patient. */
export const notificationAbout = z.object({
  boardId: identifier.optional(),
  boardName: z.string().optional(),
  meetingId: identifier.optional(),
  startsAt: z.iso.datetime().optional(),
  caseId: identifier.optional(),
  reportId: identifier.optional(),
  opinionId: identifier.optional(),
  conversationId: identifier.optional(),
  /** A colleague's name. */
  by: z.string().optional(),
  count: z.number().int().optional(),
  /** Of these, how many still lack something. */
  notReady: z.number().int().optional(),
});
export type NotificationAbout = z.infer<typeof notificationAbout>;

export const notificationLine = z.object({
  notificationId: identifier,
  kind: notificationKind,
  about: notificationAbout,
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NotificationLine = z.infer<typeof notificationLine>;

export const notificationPreference = z.object({ kind: notificationKind, email: z.boolean() });
export type NotificationPreference = z.infer<typeof notificationPreference>;

/** A mail as the demonstration's outbox shows it: nothing leaves. */
export const outboxMail = z.object({
  mailId: identifier,
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  calendar: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
});
export type OutboxMail = z.infer<typeof outboxMail>;

/** A text message as the demonstration shows it: nothing leaves. Source: SC-19. */
export const outboxTextMessage = z.object({
  messageId: identifier,
  recipient: z.string(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
});
export type OutboxTextMessage = z.infer<typeof outboxTextMessage>;

/** Longer than this, people hear each other too late to speak in turn: milliseconds, there and back. */
export const longestDelay = 1_000;

/** Less than this, in one way or the other, does not carry a voice: kilobits per second. */
export const leastRate = 100;

/** What a browser found about itself and its network. Source: SC-82, SC-83, OO-26. */
export const connectionTest = z.object({
  browser: z.boolean(),
  network: z.boolean(),
  live: z.boolean(),
  storage: z.boolean(),
  microphone: z.boolean(),
  camera: z.boolean(),
  /** Round trip of a request, in milliseconds. */
  delay: z.number().min(0).max(600_000),
  /** The best road that media found: straight, over TCP, through a relay; `none`; null where this server carries no call. */
  media: z.enum(['udp', 'tcp', 'relay', 'none']).nullable().default(null),
  /** Estimates, in kilobits per second; null when they were not measured. */
  download: z.number().min(0).max(100_000_000).nullable().default(null),
  upload: z.number().min(0).max(100_000_000).nullable().default(null),
});
export type ConnectionTest = z.infer<typeof connectionTest>;

export const notificationEndpoints = {
  listNotifications: endpoint({
    method: 'GET',
    path: '/api/notifications',
    summary: 'My latest 50 notifications, and how many are unread',
    gate: 'signed_in',
    response: z.object({ unread: z.number().int(), lines: z.array(notificationLine) }),
  }),
  markNotificationsRead: endpoint({
    method: 'POST',
    path: '/api/notifications/reading',
    summary: 'Mark some of mine as read; `null`: all',
    gate: 'signed_in',
    body: z.object({ notificationIds: z.array(identifier).max(200).nullable() }),
    response: z.void(),
  }),
  readNotificationPreferences: endpoint({
    method: 'GET',
    path: '/api/notifications/preferences',
    summary: 'Which kinds I also want by e-mail',
    gate: 'signed_in',
    response: z.array(notificationPreference),
  }),
  saveNotificationPreference: endpoint({
    method: 'PATCH',
    path: '/api/notifications/preferences',
    summary: 'Want a kind by e-mail, or no longer',
    gate: 'signed_in',
    body: notificationPreference,
    response: z.void(),
  }),
  readConnectionTest: endpoint({
    method: 'GET',
    path: '/api/connection-test',
    summary: 'My latest connection test; null: none yet',
    gate: 'session',
    response: z.object({ at: z.iso.datetime(), passed: z.boolean(), outcome: connectionTest }).nullable(),
  }),
  recordConnectionTest: endpoint({
    method: 'POST',
    path: '/api/connection-test',
    summary: 'Record a connection test made in this browser',
    gate: 'session',
    body: connectionTest,
    response: z.object({ passed: z.boolean() }),
  }),
  listOutbox: endpoint({
    method: 'GET',
    path: '/api/demo/mails',
    summary: 'The latest 100 mails of a demonstration; `demonstration_off` elsewhere. Who registers reads them too',
    gate: 'public',
    response: z.array(outboxMail),
  }),
  listTextMessages: endpoint({
    method: 'GET',
    path: '/api/demo/text-messages',
    summary:
      'The latest 100 text messages of a demonstration; `demonstration_off` elsewhere. Who registers reads them too',
    gate: 'public',
    response: z.array(outboxTextMessage),
  }),
};
