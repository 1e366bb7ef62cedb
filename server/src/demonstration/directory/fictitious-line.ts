import { isRpps } from '@concertation/shared/domain';

/** Somebody invented, as one line of the open extraction tells them. */
export type FictitiousLine = {
  rpps: string;
  title: 'DR' | 'PR' | '';
  civilTitle: 'M' | 'MME';
  familyName: string;
  givenName: string;
  profession: string;
  /** Empty for a profession without specialties. */
  specialty: string;
  /** Empty for who has no activity today. */
  mode: string;
  structure: string;
  postcode: string;
  town: string;
};

const columns: [header: string, read: (line: FictitiousLine) => string][] = [
  ["Type d'identifiant PP", () => '8'],
  ['Identifiant PP', ({ rpps }) => rpps],
  ['Identification nationale PP', ({ rpps }) => `8${rpps}`],
  ["Code civilité d'exercice", ({ title }) => title],
  ["Libellé civilité d'exercice", ({ title }) => (title === 'PR' ? 'Professeur' : title === 'DR' ? 'Docteur' : '')],
  ['Code civilité', ({ civilTitle }) => civilTitle],
  ['Libellé civilité', ({ civilTitle }) => (civilTitle === 'M' ? 'Monsieur' : 'Madame')],
  ["Nom d'exercice", ({ familyName }) => familyName],
  ["Prénom d'exercice", ({ givenName }) => givenName],
  ['Code profession', ({ profession }) => (profession === 'Médecin' ? '10' : '60')],
  ['Libellé profession', ({ profession }) => profession],
  ['Code catégorie professionnelle', () => 'C'],
  ['Libellé catégorie professionnelle', () => 'Civil'],
  ['Code type savoir-faire', ({ specialty }) => (specialty === '' ? '' : 'S')],
  ['Libellé type savoir-faire', ({ specialty }) => (specialty === '' ? '' : 'Spécialité ordinale')],
  ['Code savoir-faire', ({ specialty }) => (specialty === '' ? '' : 'SM00')],
  ['Libellé savoir-faire', ({ specialty }) => specialty],
  ['Code mode exercice', ({ mode }) => mode.slice(0, 1)],
  ['Libellé mode exercice', ({ mode }) => mode],
  ['Numéro SIRET site', () => ''],
  ['Numéro SIREN site', () => ''],
  ['Numéro FINESS site', () => ''],
  ['Numéro FINESS établissement juridique', () => ''],
  ['Identifiant technique de la structure', () => ''],
  ['Raison sociale site', ({ structure }) => structure],
  ['Enseigne commerciale site', () => ''],
  ['Complément destinataire (coord. structure)', () => ''],
  ['Complément point géographique (coord. structure)', () => ''],
  ['Numéro Voie (coord. structure)', () => '1'],
  ['Indice répétition voie (coord. structure)', () => ''],
  ['Code type de voie (coord. structure)', () => 'R'],
  ['Libellé type de voie (coord. structure)', () => 'Rue'],
  ['Libellé Voie (coord. structure)', () => 'DE LA DEMONSTRATION'],
  ['Mention distribution (coord. structure)', () => ''],
  ['Bureau cedex (coord. structure)', ({ postcode, town }) => `${postcode} ${town}`],
  ['Code postal (coord. structure)', ({ postcode }) => postcode],
  ['Code commune (coord. structure)', () => ''],
  ['Libellé commune (coord. structure)', ({ town }) => town],
  ['Code pays (coord. structure)', () => ''],
  ['Libellé pays (coord. structure)', () => ''],
  ['Téléphone (coord. structure)', () => '0000000000'],
  ['Téléphone 2 (coord. structure)', () => ''],
  ['Télécopie (coord. structure)', () => ''],
  ['Adresse e-mail (coord. structure)', () => 'accueil@demonstration.invalid'],
  ['Code Département (structure)', () => ''],
  ['Libellé Département (structure)', () => ''],
  ['Ancien identifiant de la structure', () => ''],
  ["Autorité d'enregistrement", () => 'DEMONSTRATION'],
  ["Code secteur d'activité", () => 'SA01'],
  ["Libellé secteur d'activité", () => 'Etablissement public de santé'],
  ['Code section tableau pharmaciens', () => ''],
  ['Libellé section tableau pharmaciens', () => ''],
  ['Code rôle', () => ''],
  ['Libellé rôle', () => ''],
  ['Code genre activité', () => ''],
  ['Libellé genre activité', () => ''],
];

/** The first line of the open extraction: its 56 columns. Source: domain.md 3.2. */
export const extractionHeader = columns.map(([header]) => header).join('|');

/** One line of the extraction, as the national directory writes it. */
export const writeLine = (line: FictitiousLine): string => columns.map(([, read]) => read(line)).join('|');

/** The nth number of the tests' range (it begins with 899, which no real one does); its key passes Luhn. At most 9,999,999. */
export function fictitiousRpps(nth: number): string {
  const digits = `899${String(nth).padStart(7, '0')}`;
  for (let key = 0; key < 10; key += 1) if (isRpps(`${digits}${key}`)) return `${digits}${key}`;
  throw new Error(`no key for ${digits}`);
}
