import type { GrantRole } from '@concertation/shared/access';
import { personalActs } from '@concertation/shared/contracts';
import { pageWords } from '../../reports/index.ts';
import type { PersonalData } from './gather-personal-data.ts';
import {
  addressReadersWords,
  fieldWord,
  meansWords,
  roleWords,
  serviceWords,
  stateWords,
  subjectWords,
  validationWords,
} from './personal-words.ts';

/** A text in pieces, between which a line may break. */
type Words = string[];
type Section = { title: string } & (
  { kind: 'facts'; lines: { label: string; value: Words }[] } | { kind: 'table'; heads: string[]; rows: Words[][] }
);

/** What `personal-data.typ` sets on its pages, in French. */
export type PersonalPages = {
  created: number;
  createdParts: number[];
  title: string;
  name: Words;
  notice: string;
  sections: Section[];
};

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' });

/** « 26/11/2026 18:00 », in Paris. */
const at = (instant: string | null): string => (instant === null ? '–' : moment.format(new Date(instant)));
const yes = (value: boolean): string => (value ? 'oui' : 'non');
const role = (name: string): string => roleWords[name as GrantRole];

/** A cell is one line: what was written over several is set on it. */
const cell = (text: string): Words => pageWords(text.replaceAll(/\s*[\n\r\t]+\s*/g, ' '));

const facts = (title: string, lines: Record<string, string | null>): Section => ({
  title,
  kind: 'facts',
  lines: Object.entries(lines).map(([label, value]) => ({ label, value: cell(value || '–') })),
});

const table = (title: string, heads: string[], rows: string[][]): Section => ({
  title,
  kind: 'table',
  heads,
  rows: rows.map((cells) => cells.map(cell)),
});

const who = ({ profile, account, waysIn }: PersonalData): Section[] => [
  facts('Identité et coordonnées', {
    Nom: `${profile.title} ${profile.givenName} ${profile.familyName}`.trim(),
    Spécialité: profile.specialty,
    Profession: profile.profession,
    'Numéro RPPS': profile.rpps,
    'E-mail': profile.email,
    Téléphone: profile.phone,
    'Adresse montrée': addressReadersWords[profile.addressReaders],
    'Services choisis': profile.services.map((service) => serviceWords[service]).join(', '),
    'Compte créé': at(account.createdAt),
    'Compte validé': at(account.verifiedAt),
    'Fin de l’essai': account.verifiedAt ? '–' : at(account.trialEndsAt),
  }),
  facts('Moyens de connexion', {
    'Mot de passe changé': at(waysIn.passwordChangedAt),
    'Application de codes': yes(waysIn.codeApplication),
    'Codes de récupération restants': String(waysIn.recoveryCodesLeft),
    'Pro Santé Connect associé': yes(waysIn.proSanteConnect),
  }),
];

const ways = ({ passkeys, devices, sessions, recoveries }: PersonalData): Section[] => [
  table(
    'Clés d’accès',
    ['Nom', 'Créée', 'Dernière utilisation'],
    passkeys.map(({ name, createdAt, lastUsedAt }) => [name, at(createdAt), at(lastUsedAt)]),
  ),
  table(
    'Appareils retenus',
    ['Navigateur', 'Retenu', 'Vu', 'Code à 4 chiffres'],
    devices.map(({ name, createdAt, lastSeenAt, hasPin }) => [name, at(createdAt), at(lastSeenAt), yes(hasPin)]),
  ),
  table(
    'Connexions ouvertes',
    ['Appareil', 'Moyen', 'Ouverte', 'Vue'],
    sessions.map(({ device, means, createdAt, lastSeenAt }) => [
      device,
      meansWords[means],
      at(createdAt),
      at(lastSeenAt),
    ]),
  ),
  table(
    'Récupérations du compte',
    ['Demandée'],
    recoveries.map(({ askedAt }) => [at(askedAt)]),
  ),
];

const roles = ({ roles: held }: PersonalData): Section =>
  table(
    'Rôles',
    ['Où', 'Rôle', 'Nombre'],
    [
      ...held.installation.map((name) => ['Installation', role(name), '1']),
      ...held.organisations.map((one) => [one.name, role(one.role), '1']),
      ...held.boards.map((one) => [one.name, role(one.role), '1']),
      ...held.counted.map(({ on, role: name, count }) => [subjectWords[on], role(name), String(count)]),
    ],
  );

const asked = ({ validationRequests, erasureRequest }: PersonalData): Section =>
  table(
    'Demandes',
    ['Demande', 'Faite', 'Réponse', 'Motif ou message'],
    [
      ...validationRequests.map(({ kind, createdAt, state, reason, message }) => [
        validationWords[kind],
        at(createdAt),
        stateWords[state],
        reason ?? message,
      ]),
      ...(erasureRequest
        ? [['effacement', at(erasureRequest.askedAt), stateWords[erasureRequest.state], erasureRequest.reason ?? '']]
        : []),
    ],
  );

const told = ({ notifications, mails, notificationPreferences, connectionTest }: PersonalData): Section[] => [
  facts('Notifications', {
    'Notifications conservées': String(notifications.length),
    'Genres reçus aussi par e-mail': `${notificationPreferences.filter(({ email }) => email).length} sur ${notificationPreferences.length}`,
    'Dernier test de connexion': connectionTest
      ? `${at(connectionTest.at)}, ${connectionTest.passed ? 'réussi' : 'à revoir'}`
      : '–',
  }),
  table(
    'E-mails conservés',
    ['Objet', 'Écrit'],
    mails.map((mail) => [mail.subject, at(mail.at)]),
  ),
];

/** The file for machines holds every message; on paper, the latest ones are enough to see what is kept. */
const messagesOnPaper = 200;

const messaging = ({ messaging: { conversations, messages } }: PersonalData): Section[] => [
  table(
    'Messages : mes conversations',
    ['Objet', 'Avec', 'Depuis'],
    conversations.map((one) => [one.subject, one.with.join(', ') || '–', at(one.since)]),
  ),
  table(
    messages.length > messagesOnPaper
      ? `Messages que j’ai écrits : les ${messagesOnPaper} derniers sur ${messages.length}`
      : 'Messages que j’ai écrits',
    ['Écrit', 'Objet', 'Message'],
    messages.slice(0, messagesOnPaper).map((one) => [at(one.sentAt), one.subject, one.text ?? 'Message retiré']),
  ),
];

const acts = ({ actsOfOthers, myActs }: PersonalData): Section[] => [
  table(
    'Qui a consulté ce qui me concerne',
    ['Quand', 'Quoi', 'Par qui'],
    actsOfOthers.map((one) => [
      at(one.at),
      `${personalActs[one.act].fr}${one.about ? ` (${subjectWords[one.about]})` : ''}`,
      one.by ?? 'le logiciel',
    ]),
  ),
  table(
    'Mes actes dans le journal',
    ['Domaine', 'Nombre', 'Premier', 'Dernier'],
    // Latest first, as they are read.
    [...Map.groupBy(myActs, ({ kind }) => fieldWord(kind))].map(([field, of]) => [
      field,
      String(of.length),
      at(of.at(-1)?.at ?? null),
      at(of.at(0)?.at ?? null),
    ]),
  ),
];

/** Lays out what is kept of a person for whoever reads it on paper; the JSON holds every line. */
export function personalPages(data: PersonalData): PersonalPages {
  const made = new Date(data.madeAt);
  return {
    created: Math.floor(made.getTime() / 1000),
    createdParts: [
      made.getUTCFullYear(),
      made.getUTCMonth() + 1,
      made.getUTCDate(),
      made.getUTCHours(),
      made.getUTCMinutes(),
      made.getUTCSeconds(),
    ],
    title: 'Mes données personnelles',
    name: pageWords(`${data.profile.title} ${data.profile.givenName} ${data.profile.familyName}`.trim()),
    notice: `Ce que Concertation conserve de vous, le ${at(data.madeAt)} (heure de Paris). Aucun secret, rien du dossier d’un patient.`,
    sections: [...who(data), ...ways(data), roles(data), asked(data), ...told(data), ...messaging(data), ...acts(data)],
  };
}
