/**
 * Notifications: what is told to whom, in the product and by e-mail. Mails are rows written with what makes them
 * necessary, and sent by a job. It knows no patient, and no room to its right: they hand in ids, names of boards and
 * dates.
 */
export {
  connectionTestsOf,
  isPassed,
  readConnectionTest,
  recordConnectionTest,
  type TestedConnection,
} from './connection-tests.ts';
export { createPost } from './create-post.ts';
export { createTell, type TellNeeds } from './create-tell.ts';
export type { DigestFacts, DigestMeeting, FactsOfDay } from './digest/digest-facts.ts';
export { type DigestNeeds, runDigest } from './digest/run-digest.ts';
export { startDigest } from './digest/start-digest.ts';
export { inDay, inTime } from './mail/dates.ts';
export { mailsWritten, recipientsOf } from './mail/mails-written.ts';
export { oneLine } from './mail/one-line.ts';
export { readOutbox } from './mail/outbox.ts';
export { startMail } from './mail/start-mail.ts';
export { type Deliver, smtpDelivery } from './mail/transport.ts';
export { createSendMail } from './mail/write-mail.ts';
export { forgetNotices, type PersonalNotices, readPersonalNotices } from './personal-notices.ts';
export { readPreferences, savePreference } from './preferences.ts';
export { markRead } from './reading/mark-read.ts';
export { readNotifications } from './reading/read-notifications.ts';
export { accountsStillTold, markReadAbout, type NoticeAbout } from './reading/unread-about.ts';
export { startNotificationSweep, sweepNotifications } from './sweep.ts';
export { type DeliverText, httpTextDelivery } from './text-messages/provider.ts';
export { readTextMessages } from './text-messages/read-text-messages.ts';
export { startTextMessages } from './text-messages/start-text-messages.ts';
export { type Mail, type Notice, type SendMail, type Tell, tellNobody } from './tell.ts';
