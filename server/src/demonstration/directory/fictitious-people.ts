import { demonstrationAccounts } from '@concertation/shared/contracts';
import { people } from '../people.ts';
import { type FictitiousLine, fictitiousRpps } from './fictitious-line.ts';

const familyNames =
  'BERTIN CARLIER DELMAS ESNAULT FABRE GUICHARD HAMELIN IMBERT JOLIVET KERMADEC LACROIX MARTIN NICOLAS OLLIVIER PERRIN QUENTIN ROUSSEL SABATIER TEXIER VALLET'.split(
    ' ',
  );
const givenNames = 'Agnès Bruno Cécile Damien Fanny Gaël Hugues Inès Joël Noémie'.split(' ');
const specialties = ['Oncologie option médicale', 'Radio-diagnostic', 'Pneumologie', 'Chirurgie générale', ''];
const towns = [
  { town: 'Ville-Exemple', postcode: '00100', structure: 'CENTRE HOSPITALIER DE VILLE-EXEMPLE' },
  { town: 'Bourg-Exemple', postcode: '00200', structure: 'CLINIQUE DE BOURG-EXEMPLE' },
  { town: 'Saint-Exemple', postcode: '00300', structure: 'CABINET DU DR DEMONSTRATION' },
] as const;
const [city, borough, village] = towns;

type Somebody = Pick<FictitiousLine, 'familyName' | 'givenName' | 'specialty'> & Partial<FictitiousLine>;

const doctor = { title: 'DR', civilTitle: 'M', profession: 'Médecin', mode: 'Salarié' } as const;
const nurse = { title: '', civilTitle: 'MME', profession: 'Infirmier', specialty: '' } as const;

/** Those whom a demonstration looks for: who has no account yet, homonyms, composed names, somebody retired. */
const known: Somebody[] = [
  { familyName: 'ARNAUD', givenName: 'Élodie', specialty: 'Pneumologie', civilTitle: 'MME', ...city },
  { familyName: 'ARNAUD', givenName: 'Élodie', ...nurse, ...borough },
  { familyName: 'ARNAUD', givenName: 'Élise', specialty: 'Radio-diagnostic', civilTitle: 'MME', ...village },
  { familyName: 'MARTIN', givenName: 'Jean', specialty: 'Pneumologie', ...city },
  { familyName: 'MARTIN', givenName: 'Jean', specialty: 'Radio-diagnostic', ...borough },
  { familyName: 'MARTIN', givenName: 'Jean', specialty: 'Chirurgie générale', ...village },
  { familyName: 'MARTIN-DUBOIS', givenName: 'Jean-Pierre', specialty: 'Pneumologie', ...village },
  { familyName: 'LE GOFF', givenName: 'Yann', specialty: 'Oncologie option médicale', ...borough },
  { familyName: "D'ALMEIDA", givenName: 'Inês', specialty: 'Pneumologie', civilTitle: 'MME', ...city },
  {
    familyName: 'VIEILLARD',
    givenName: 'Honoré',
    specialty: 'Pneumologie',
    mode: '',
    structure: '',
    town: '',
    postcode: '',
  },
];

/** The number of somebody of the demonstration, as its directory has it; null for who is no doctor. */
export function rppsOf({ familyName, givenName }: { familyName: string; givenName: string }): string | null {
  const line = fictitiousPeople().find(
    (one) => one.familyName === familyName.toUpperCase() && one.givenName === givenName,
  );
  return line?.rpps ?? null;
}

/**
 * About 200 people who do not exist, with numbers of the tests' range: those of the demonstration's accounts who are
 * doctors, those of `known`, and a crowd. The same at each call.
 */
export function fictitiousPeople(): FictitiousLine[] {
  const accounts: Somebody[] = demonstrationAccounts
    .map((key) => people[key])
    .filter(({ title }) => title === 'Dr' || title === 'Pr')
    .map(({ title, familyName, givenName, specialty }) => ({
      title: title === 'Pr' ? 'PR' : 'DR',
      familyName: familyName.toUpperCase(),
      givenName,
      specialty,
    }));
  const crowd = familyNames.flatMap((familyName, row) =>
    givenNames.slice(0, 9).map((givenName, column): Somebody => {
      const specialty = specialties[(row + column) % specialties.length] as string;
      const place = towns[(row * 2 + column) % towns.length] as (typeof towns)[number];
      return { familyName, givenName, specialty, ...(specialty === '' ? nurse : {}), ...place };
    }),
  );
  return [...known, ...accounts, ...crowd].map((somebody, nth) => ({
    ...doctor,
    ...city,
    ...somebody,
    rpps: fictitiousRpps(4_000_000 + nth),
  }));
}
