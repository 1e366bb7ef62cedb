/**
 * Notifications: what is told to whom, in the product and by e-mail. Mails are rows written with what makes them
 * necessary, and sent by a job. It knows no patient, and no room to its right: they hand in ids, names of boards and
 * dates.
 */
export { type Mail, type Notice, type SendMail, type Tell, tellNobody } from './tell.ts';
