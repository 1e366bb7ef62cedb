import { foldText, isRpps } from '@concertation/shared/domain';
import type { ColumnName, Columns } from './columns.ts';

/** One line of the extraction: a professional, one specialty, one activity. */
export type ExtractionLine = Record<Exclude<ColumnName, 'practiceTitle' | 'civilTitle'>, string> & {
  rpps: string | null;
  title: string;
  family: string;
  given: string;
};

const longestCell = 300;
/** What no name holds, and what would reorder the text around it. */
const forbidden = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const plain = /^[A-Z]+$/;
const titles: Record<string, string> = { DR: 'Dr', PR: 'Pr', M: 'M.', MME: 'Mme', MLLE: 'Mme' };

/** Most names are capitals alone: folding them is lowering them. */
const fold = (name: string) => (plain.test(name) ? name.toLowerCase() : foldText(name));

/** Reads one line, or says in French what is wrong with it. Null text: bytes that the file's encoding does not know. */
export function readLine(text: string | null, { count, at }: Columns): ExtractionLine | string {
  if (text === null) return 'caractères illisibles dans l’encodage du fichier';
  const cells = text.split('|');
  if (cells.length !== count) return `${cells.length} colonnes au lieu de ${count}`;
  let wrong: string | null = null;
  const cell = (name: ColumnName): string => {
    const value = at[name] < 0 ? '' : (cells[at[name]] as string).trim();
    if (value.length > longestCell) wrong = `champ de plus de ${longestCell} caractères`;
    else if (forbidden.test(value)) wrong = 'caractère interdit dans un champ';
    return value;
  };
  const line: ExtractionLine = {
    nationalId: cell('nationalId'),
    rpps: null,
    title: titles[cell('practiceTitle').toUpperCase()] ?? titles[cell('civilTitle').toUpperCase()] ?? '',
    familyName: cell('familyName'),
    givenName: cell('givenName'),
    profession: cell('profession'),
    specialty: cell('specialty'),
    specialtyKind: cell('specialtyKind'),
    mode: cell('mode'),
    sector: cell('sector'),
    role: cell('role'),
    structure: cell('structure'),
    finess: cell('finess'),
    postcode: cell('postcode'),
    town: cell('town'),
    family: '',
    given: '',
  };
  if (wrong !== null) return wrong;
  if (!/^[0-9A-Za-z-]{1,40}$/.test(line.nationalId)) return 'identification nationale absente ou incorrecte';
  if (/^8\d{11}$/.test(line.nationalId)) {
    line.rpps = line.nationalId.slice(1);
    if (!isRpps(line.rpps)) return 'numéro RPPS incorrect (clé de contrôle)';
  }
  line.family = fold(line.familyName);
  line.given = fold(line.givenName);
  if (line.family === '') return 'nom d’exercice absent';
  return line;
}
