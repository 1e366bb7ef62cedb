import { notificationPath } from '@concertation/shared/contracts';
import type { Notice } from '../tell.ts';
import { noticeWords } from './notice-words.ts';

/** Where links lead, and whom to ask for help (either may be empty). */
export type MailSetting = { origin: string; support: { email: string; phone: string } };

/** A subject and a text, for whoever will receive them. */
export type Composed = { subject: string; text: string };

/** What ends every mail of the product: help, and how to receive fewer. Source: OO-07, SC-83. */
export function footer({ origin, support }: MailSetting): string {
  const contact = [support.email, support.phone].filter((way) => way !== '').join(', ');
  return [
    '-- ',
    'Concertation. Ce message ne contient aucune donnée de patient.',
    `Tester ma connexion : ${origin}/test-de-connexion`,
    ...(contact ? [`Assistance : ${contact}`] : []),
    `Choisir les messages que je reçois : ${origin}/compte#notifications`,
  ].join('\n');
}

/** The mail of a notice. Source: SC-78, OO-28, OO-30, OO-32. */
export function composeNotice(notice: Notice, setting: MailSetting): Composed {
  const { subject, says, opens } = noticeWords(notice);
  const path = notificationPath(notice.kind, notice.about);
  const link = path === null ? [] : [`${opens} :\n${setting.origin}${path}`];
  return { subject, text: ['Bonjour,', says, ...link, footer(setting)].join('\n\n') };
}
