import { type Composed, footer, type MailSetting } from '../mail/compose.ts';
import { inDay, inTime } from '../mail/dates.ts';
import { countCases } from '../mail/notice-words.ts';
import { oneLine } from '../mail/one-line.ts';
import type { TestedConnection } from '../connection-tests.ts';
import type { DigestMeeting } from './digest-facts.ts';

/** « 3 dossiers, dont 1 non prêt » */
function countReady({ cases, notReady }: { cases: number; notReady: number }): string {
  if (cases === 0) return 'aucun dossier';
  const missing = notReady > 0 ? `, dont ${notReady} non prêt${notReady > 1 ? 's' : ''}` : '';
  return countCases(cases) + missing;
}

/** The same of all the meetings of a day. */
export function sumOf(meetings: DigestMeeting[]): { cases: number; notReady: number } {
  const sum = (key: 'cases' | 'notReady') => meetings.reduce((total, meeting) => total + meeting[key], 0);
  return { cases: sum('cases'), notReady: sum('notReady') };
}

function aboutMeeting(meeting: DigestMeeting, origin: string): string {
  const { boardName, startsAt, timeZone, fictitious, administers, meetingId, toComplete } = meeting;
  const counted = fictitious ? 'session fictive, sans patient' : countReady(meeting);
  const links = administers
    ? [`  Ouvrir la réunion : ${origin}/reunions/${meetingId}`]
    : toComplete.map((caseId) => `  Compléter le dossier : ${origin}/dossiers/${caseId}`);
  return [`${oneLine(boardName)}, à ${inTime(startsAt, timeZone)} : ${counted}.`, ...links].join('\n');
}

function aboutTest(test: TestedConnection | null, origin: string): string {
  const address = `${origin}/test-de-connexion`;
  if (!test) return `Votre dernier test de connexion : aucun. Faites-en un avant la réunion :\n${address}`;
  const day = inDay(test.at);
  return test.passed
    ? `Votre dernier test de connexion : ${day}, réussi.`
    : `Votre dernier test de connexion : ${day}, à refaire :\n${address}`;
}

/** « Demain : N dossiers, dont M non prêts », meeting by meeting, with what to do about it. Source: SC-82, SC-87, OO-26. */
export function digestWords(meetings: DigestMeeting[], test: TestedConnection | null, setting: MailSetting): Composed {
  const sum = sumOf(meetings);
  const real = meetings.some(({ fictitious }) => !fictitious);
  const counted = real ? countReady(sum) : 'session fictive';
  const advice =
    sum.notReady > 0
      ? ['Un dossier est prêt quand sa fiche est complète, imagerie comprise, et que la question est posée.']
      : [];
  return {
    subject: `Demain en RCP : ${counted}`,
    text: [
      'Bonjour,',
      `Demain : ${counted}.`,
      ...meetings.map((meeting) => aboutMeeting(meeting, setting.origin)),
      ...advice,
      aboutTest(test, setting.origin),
      footer(setting),
    ].join('\n\n'),
  };
}
