import type { CdaHeader } from '../../reports/index.ts';
import { documentCode } from '../../reports/index.ts';

/** The libellé of a document is cut there. Source: domain.md 5.1, ECO.2.1.3. */
const labelLength = 40;
/** A name of a file stays under 255 bytes, whatever the patient's. */
const nameLength = 60;

const spelt: Record<string, string> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

/** Letters without accents, ASCII only, on one line: what any program of the chain shows alike. Rule XDM-3. */
export function plainAscii(text: string): string {
  return text
    .replace(/[œŒæÆßẞøØłŁđĐı]/g, (letter) => spelt[letter] ?? '')
    .replace(/[’‘ʼ`´]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

const cut = (text: string, length: number): string => text.slice(0, length).trim();
const label = cut(plainAscii(documentCode.displayName), labelLength);
const capitals = (name: string): string => plainAscii(name).toUpperCase();
/** What some system would not take in the name of a file. */
const inFileName = (text: string): string =>
  text
    .replace(/["*/:<>?\\|_]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** The subject that receiving software looks for. Source: ECO.2.1.3. */
export function xdmSubject({ patient }: CdaHeader): string {
  const [year, month, day] = patient.birthDate.split('-');
  const who = `${capitals(patient.birthName)} ${capitals(patient.birthGivenName)}`;
  return `XDM/1.0/DDM+${label} ${who} ${day}/${month}/${year}`;
}

/** The PDF's name; `day`: of the meeting, as YYYYMMDD. Source: ECO.2.1.6. */
export function xdmPdfName({ patient }: CdaHeader, day: string): string {
  const names = [patient.birthName, patient.birthGivenName].map((name) => cut(inFileName(capitals(name)), nameLength));
  return `${[day, label, ...names].join('_')}.pdf`;
}
