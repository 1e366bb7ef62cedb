import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  extractionHeader,
  type FictitiousLine,
  fictitiousRpps,
  writeLine,
} from '../../demonstration/directory/fictitious-line.ts';
import { readHeader } from './columns.ts';
import { dateInName } from './extraction-date.ts';
import { readLine } from './read-line.ts';
import { ExtractionRefused } from './refused.ts';

const line: FictitiousLine = {
  rpps: fictitiousRpps(1),
  title: 'PR',
  civilTitle: 'MME',
  familyName: "D'ALMEIDA-LE GOFF",
  givenName: 'Zoé',
  profession: 'Médecin',
  specialty: 'Pneumologie',
  mode: 'Salarié',
  structure: 'CHU',
  postcode: '00100',
  town: 'Ville-Exemple',
};
const columns = readHeader(extractionHeader);
const read = (change: Partial<FictitiousLine>) => readLine(writeLine({ ...line, ...change }), columns);

test('the header of the extraction has 56 columns, found by their names in any order', () => {
  assert.is(columns.count, 56);
  assert.is(columns.at.nationalId, 2);
  const names = extractionHeader.split('|').toReversed();
  const turned = readHeader(names.map((name) => ` ${name.replace("'", '’').toUpperCase()} `).join('|'));
  assert.is(turned.at.nationalId, 53);
});

test('a header without a column that is needed is refused, and each is named', () => {
  const names = extractionHeader
    .split('|')
    .filter((name) => !name.startsWith('Nom') && !name.startsWith('Libellé mode'));
  try {
    readHeader(names.join('|'));
    assert.unreachable();
  } catch (error) {
    assert.instance(error, ExtractionRefused);
    assert.match((error as Error).message, /« Nom d'exercice », « Libellé mode exercice »\.$/);
  }
  assert.throws(() => readHeader('RPPS;NOM;PRENOM'), /Colonnes manquantes/);
  const fewer = extractionHeader.split('|').filter((name) => name !== 'Libellé rôle');
  assert.is(readHeader(fewer.join('|')).at.role, -1, 'one that is only useful may be missing');
});

test('a line tells who, what and where; names are folded as searches fold them', () => {
  const found = read({});
  assert.type(found, 'object');
  assert.equal(found, {
    nationalId: `8${line.rpps}`,
    rpps: line.rpps,
    title: 'Pr',
    familyName: "D'ALMEIDA-LE GOFF",
    givenName: 'Zoé',
    profession: 'Médecin',
    specialty: 'Pneumologie',
    specialtyKind: 'S',
    mode: 'Salarié',
    sector: 'Etablissement public de santé',
    role: '',
    structure: 'CHU',
    finess: '',
    postcode: '00100',
    town: 'Ville-Exemple',
    family: 'd almeida le goff',
    given: 'zoe',
  });
  assert.equal((read({ title: '' }) as { title: string }).title, 'Mme', 'the civil title, for want of another');
});

test('somebody without an RPPS number is known by the national identification alone', () => {
  const cells = writeLine(line).split('|');
  cells[2] = '0012345678';
  const found = readLine(cells.join('|'), columns) as { rpps: string | null; nationalId: string };
  assert.is(found.rpps, null);
  assert.is(found.nationalId, '0012345678');
});

test('a line that cannot be trusted is told in words, never read by half', () => {
  const wrong: [string | null, RegExp][] = [
    [null, /illisibles/],
    ['', /1 colonnes au lieu de 56/],
    [`${writeLine(line)}|`, /57 colonnes/],
    [writeLine({ ...line, familyName: ' ' }), /nom d’exercice absent/],
    [writeLine({ ...line, familyName: 'DU\u202EPONT' }), /caractère interdit/],
    [writeLine({ ...line, town: 'a\tb' }), /caractère interdit/],
    [writeLine({ ...line, structure: 'x'.repeat(301) }), /300 caractères/],
    [writeLine({ ...line, rpps: '10000000001' }), /RPPS incorrect/],
    [writeLine(line).replace(`|8${line.rpps}|`, '|<b>|'), /identification nationale/],
  ];
  for (const [text, problem] of wrong) assert.match(readLine(text, columns) as string, problem);
});

test('the date of an extraction is in its name, in Paris', () => {
  const at = (name: string) => dateInName(name)?.toISOString() ?? null;
  assert.is(at('PS_LibreAcces_Personne_activite_202610080815.txt'), '2026-10-08T06:15:00.000Z');
  assert.is(at('PS_LibreAcces_202601080815.zip'), '2026-01-08T07:15:00.000Z');
  assert.is(at('extraction_20261008.txt'), '2026-10-07T22:00:00.000Z');
  for (const name of ['ps-libreacces-personne-activite.txt', 'a_202613450815.txt', 'a_2026.txt', ''])
    assert.is(at(name), null);
});

test.run();
