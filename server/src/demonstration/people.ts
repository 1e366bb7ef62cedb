import type { BoardRole } from '@concertation/shared/access';
import type { demonstrationAccounts, NewAccount } from '@concertation/shared/contracts';

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
};

/** Who sits on the board. The referent and the outsider do not. */
export const members: [PersonKey, BoardRole][] = [
  ['coordinator', 'coordinator'],
  ['secretary', 'secretary'],
  ['presenter', 'member'],
  ['second_presenter', 'member'],
  ['expert', 'member'],
];

export const board = { name: 'RCP Digestif', kind: 'rcp_oncologie', organisation: 'CHU de démonstration' } as const;
