import type { BoardRole, PlatformRole } from '@concertation/shared/access';
import { oncologyQuorum } from '@concertation/shared/domain';
import type { demonstrationAccounts, NewAccount } from '@concertation/shared/contracts';
import type { NewBoard } from '../boards/index.ts';

export type PersonKey = (typeof demonstrationAccounts)[number];

/** Everybody of the demonstration. The addresses are under a domain that can never receive mail (RFC 2606). */
export const people: Record<PersonKey, NewAccount> = {
  presenter: {
    email: 'camille.durand@demonstration.invalid',
    title: 'Dr',
    givenName: 'Camille',
    familyName: 'Durand',
    specialty: 'Chirurgie digestive',
  },
  second_presenter: {
    email: 'mehdi.haddad@demonstration.invalid',
    title: 'Dr',
    givenName: 'Mehdi',
    familyName: 'Haddad',
    specialty: 'Hépato-gastro-entérologie',
  },
  secretary: {
    email: 'sophie.lambert@demonstration.invalid',
    title: 'Mme',
    givenName: 'Sophie',
    familyName: 'Lambert',
    specialty: 'Secrétariat de RCP',
  },
  coordinator: {
    email: 'helene.vasseur@demonstration.invalid',
    title: 'Pr',
    givenName: 'Hélène',
    familyName: 'Vasseur',
    specialty: 'Oncologie médicale',
  },
  expert: {
    email: 'antoine.ferrand@demonstration.invalid',
    title: 'Dr',
    givenName: 'Antoine',
    familyName: 'Ferrand',
    specialty: 'Radiothérapie',
  },
  referent: {
    email: 'lucie.marchetti@demonstration.invalid',
    title: 'Dr',
    givenName: 'Lucie',
    familyName: 'Marchetti',
    specialty: 'Médecine générale',
  },
  outsider: {
    email: 'paul.kerbrat@demonstration.invalid',
    title: 'Dr',
    givenName: 'Paul',
    familyName: 'Kerbrat',
    specialty: 'Dermatologie',
  },
  administrator: {
    email: 'nadia.roussel@demonstration.invalid',
    title: 'Mme',
    givenName: 'Nadia',
    familyName: 'Roussel',
    specialty: 'Administration de la plateforme',
  },
  support: {
    email: 'bruno.lacaze@demonstration.invalid',
    title: 'M.',
    givenName: 'Bruno',
    familyName: 'Lacaze',
    specialty: 'Assistance',
  },
};

/** Who sits on the board. The referent and the outsider do not. */
export const members: [PersonKey, BoardRole][] = [
  ['coordinator', 'coordinator'],
  ['secretary', 'secretary'],
  ['presenter', 'member'],
  ['second_presenter', 'member'],
  ['expert', 'member'],
];

/** What the board asks of the cases presented to it; nothing is mandatory but to think of it. */
export const board = {
  name: 'RCP Digestif',
  kind: 'rcp_oncologie',
  level: 'regional',
  field: 'cancérologie digestive',
  place: 'Ville-Exemple',
  charter:
    'Le dossier est complet la veille à midi. Le présentateur, ou un médecin qui prend en charge le patient, est présent.',
  frequency: 'fortnightly',
  closingHours: 24,
  published: true,
  quorum: oncologyQuorum,
  labels: [
    { key: 'urgence', name: 'Urgence', urgent: true },
    { key: 'recidive', name: 'Récidive', urgent: false },
    { key: 'essai', name: 'Essai clinique à discuter', urgent: false },
  ],
  questionnaire: [
    { type: 'text', key: 'traitement', label: 'Traitement en cours', mandatory: false },
    { type: 'date', key: 'scanner', label: 'Date du dernier scanner', mandatory: false },
    { type: 'document', key: 'anapath', label: 'Compte-rendu d’anatomie pathologique', mandatory: false },
  ],
  admitsGuests: true,
  video: { mode: 'product', details: '' },
} satisfies Omit<NewBoard, 'members'>;

/** Who answers for the accounts of the installation. */
export const platformRoleOf: Partial<Record<PersonKey, PlatformRole>> = {
  administrator: 'platform_administrator',
  support: 'support',
};
