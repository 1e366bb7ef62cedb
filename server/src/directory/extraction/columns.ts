import { foldText } from '@concertation/shared/domain';
import { ExtractionRefused } from './refused.ts';

/** Without one of these nobody can be found or told from somebody else. */
const required = {
  nationalId: 'Identification nationale PP',
  familyName: "Nom d'exercice",
  givenName: "Prénom d'exercice",
  profession: 'Libellé profession',
  specialty: 'Libellé savoir-faire',
  mode: 'Libellé mode exercice',
  structure: 'Raison sociale site',
  postcode: 'Code postal (coord. structure)',
  town: 'Libellé commune (coord. structure)',
} as const;

/** What is better known, and whose absence keeps nobody from being found. */
const useful = {
  practiceTitle: "Code civilité d'exercice",
  civilTitle: 'Code civilité',
  specialtyKind: 'Code type savoir-faire',
  sector: "Libellé secteur d'activité",
  role: 'Libellé rôle',
  finess: 'Numéro FINESS site',
} as const;

const wanted = { ...required, ...useful };
export type ColumnName = keyof typeof wanted;

/** Where each column that is read stands; -1 for one that the file does not have. `count`: cells of a line. */
export type Columns = { count: number; at: Record<ColumnName, number> };

/**
 * Finds the columns by their names, whatever their order, capitals and apostrophes. Throws ExtractionRefused naming
 * those that are missing. Source: domain.md 3.2.
 */
export function readHeader(header: string): Columns {
  const names = header.split('|').map(foldText);
  const at = {} as Record<ColumnName, number>;
  for (const key of Object.keys(wanted) as ColumnName[]) at[key] = names.indexOf(foldText(wanted[key]));
  const missing = (Object.keys(required) as (keyof typeof required)[]).filter((key) => at[key] < 0);
  if (missing.length > 0) {
    const named = missing.map((key) => `« ${required[key]} »`).join(', ');
    throw new ExtractionRefused(
      `Ce fichier n’est pas l’extraction attendue (PS_LibreAcces_Personne_activite). Colonnes manquantes : ${named}.`,
    );
  }
  return { count: names.length, at };
}
