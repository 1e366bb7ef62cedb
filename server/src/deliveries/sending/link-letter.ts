import { inDay, oneLine } from '../../notifications/index.ts';
import type { ReportPlace } from '../../reports/index.ts';

/** The page that a link opens, once its person has signed in with the address that received it. */
const linkPath = (reportId: string, deliveryId: string): string => `/comptes-rendus/${reportId}?remise=${deliveryId}`;

/** What an ordinary mailbox receives: where the report is, and nothing of the patient. Rule DLV-3. */
export function linkLetter(
  { reportId, boardName, startsAt, replacesId }: ReportPlace,
  { deliveryId, address, origin }: { deliveryId: string; address: string; origin: string },
): { subject: string; text: string } {
  const board = oneLine(boardName);
  const replaces = replacesId === null ? [] : ['Il annule et remplace une version précédente.'];
  const text = [
    'Bonjour,',
    `Un compte-rendu de la réunion « ${board} » du ${inDay(startsAt)} vous est destiné. Par sécurité, il n’est pas joint à ce message.`,
    ...replaces,
    `Lire le compte-rendu, en vous connectant avec l’adresse ${address} (ou en créant un compte avec elle) :\n${origin}${linkPath(reportId, deliveryId)}`,
    '-- \nConcertation. Ce message ne contient aucune donnée de patient.',
  ].join('\n\n');
  return { subject: `Compte-rendu à lire : ${board}`.slice(0, 200), text };
}
