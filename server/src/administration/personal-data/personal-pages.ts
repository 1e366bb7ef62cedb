import type { GrantRole } from '@concertation/shared/access';
import { personalActs } from '@concertation/shared/contracts';
import { factsSection, plainPages, type PlainPages, type PlainSection, tableSection } from '../../reports/index.ts';
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

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' });

/** « 26/11/2026 18:00 », in Paris. */
const at = (instant: string | null): string => (instant === null ? '–' : moment.format(new Date(instant)));
const yes = (value: boolean): string => (value ? 'oui' : 'non');
const role = (name: string): string => roleWords[name as GrantRole];

const who = ({ profile, account, waysIn }: PersonalData): PlainSection[] => [
  factsSection('Identité et coordonnées', {
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
  factsSection('Moyens de connexion', {
    'Mot de passe changé': at(waysIn.passwordChangedAt),
    'Application de codes': yes(waysIn.codeApplication),
    'Codes de récupération restants': String(waysIn.recoveryCodesLeft),
    'Pro Santé Connect associé': yes(waysIn.proSanteConnect),
  }),
];

const ways = ({ passkeys, devices, sessions, recoveries }: PersonalData): PlainSection[] => [
  tableSection(
    'Clés d’accès',
    ['Nom', 'Créée', 'Dernière utilisation'],
    passkeys.map(({ name, createdAt, lastUsedAt }) => [name, at(createdAt), at(lastUsedAt)]),
  ),
  tableSection(
    'Appareils retenus',
    ['Navigateur', 'Retenu', 'Vu', 'Code à 4 chiffres'],
    devices.map(({ name, createdAt, lastSeenAt, hasPin }) => [name, at(createdAt), at(lastSeenAt), yes(hasPin)]),
  ),
  tableSection(
    'Connexions ouvertes',
    ['Appareil', 'Moyen', 'Ouverte', 'Vue'],
    sessions.map(({ device, means, createdAt, lastSeenAt }) => [
      device,
      meansWords[means],
      at(createdAt),
      at(lastSeenAt),
    ]),
  ),
  tableSection(
    'Récupérations du compte',
    ['Demandée'],
    recoveries.map(({ askedAt }) => [at(askedAt)]),
  ),
];

const roles = ({ roles: held }: PersonalData): PlainSection =>
  tableSection(
    'Rôles',
    ['Où', 'Rôle', 'Nombre'],
    [
      ...held.installation.map((name) => ['Installation', role(name), '1']),
      ...held.organisations.map((one) => [one.name, role(one.role), '1']),
      ...held.boards.map((one) => [one.name, role(one.role), '1']),
      ...held.counted.map(({ on, role: name, count }) => [subjectWords[on], role(name), String(count)]),
    ],
  );

const asked = ({ validationRequests, erasureRequest }: PersonalData): PlainSection =>
  tableSection(
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

const told = ({ notifications, mails, notificationPreferences, connectionTest }: PersonalData): PlainSection[] => [
  factsSection('Notifications', {
    'Notifications conservées': String(notifications.length),
    'Genres reçus aussi par e-mail': `${notificationPreferences.filter(({ email }) => email).length} sur ${notificationPreferences.length}`,
    'Dernier test de connexion': connectionTest
      ? `${at(connectionTest.at)}, ${connectionTest.passed ? 'réussi' : 'à revoir'}`
      : '–',
  }),
  tableSection(
    'E-mails conservés',
    ['Objet', 'Écrit'],
    mails.map((mail) => [mail.subject, at(mail.at)]),
  ),
];

/** The file for machines holds every message; on paper, the latest ones are enough to see what is kept. */
const messagesOnPaper = 200;

const messaging = ({ messaging: { conversations, messages } }: PersonalData): PlainSection[] => [
  tableSection(
    'Messages : mes conversations',
    ['Objet', 'Avec', 'Depuis'],
    conversations.map((one) => [one.subject, one.with.join(', ') || '–', at(one.since)]),
  ),
  tableSection(
    messages.length > messagesOnPaper
      ? `Messages que j’ai écrits : les ${messagesOnPaper} derniers sur ${messages.length}`
      : 'Messages que j’ai écrits',
    ['Écrit', 'Objet', 'Message'],
    messages.slice(0, messagesOnPaper).map((one) => [at(one.sentAt), one.subject, one.text ?? 'Message retiré']),
  ),
];

const acts = ({ actsOfOthers, myActs }: PersonalData): PlainSection[] => [
  tableSection(
    'Qui a consulté ce qui me concerne',
    ['Quand', 'Quoi', 'Par qui'],
    actsOfOthers.map((one) => [
      at(one.at),
      `${personalActs[one.act].fr}${one.about ? ` (${subjectWords[one.about]})` : ''}`,
      one.by ?? 'le logiciel',
    ]),
  ),
  tableSection(
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
export function personalPages(data: PersonalData): PlainPages {
  return plainPages(data.madeAt, {
    title: 'Mes données personnelles',
    name: `${data.profile.title} ${data.profile.givenName} ${data.profile.familyName}`.trim(),
    notice: `Ce que Concertation conserve de vous, le ${at(data.madeAt)} (heure de Paris). Aucun secret, rien du dossier d’un patient.`,
    sections: [...who(data), ...ways(data), roles(data), asked(data), ...told(data), ...messaging(data), ...acts(data)],
  });
}
