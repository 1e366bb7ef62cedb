import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cohortCsv, type CohortRow } from './cohort-csv.ts';

const row = (birthName: string): CohortRow => ({
  caseId: '0198f000-0000-7000-8000-000000000001',
  openedAt: new Date('2026-11-02T22:00:00Z'),
  addedAt: new Date('2026-11-20T09:00:00Z'),
  patient: {
    patientId: '0198f000-0000-7000-8000-000000000002',
    birthName,
    birthGivenName: 'ZOE',
    usedName: null,
    usedGivenName: null,
    birthDate: '1964-02-29',
    sex: 'F',
    identityStatus: 'PROV',
    revision: 1,
  },
});

test('a spreadsheet finds its accents, its columns and its lines', () => {
  const csv = cohortCsv([row('MARTIN')]);
  assert.is(csv.codePointAt(0), 0xfeff);
  const [head, line, rest] = csv.slice(1).split('\r\n');
  assert.is(head?.split(';').length, 10);
  assert.match(head ?? '', 'Prénom de naissance');
  assert.is(line, '0198f000-0000-7000-8000-000000000001;MARTIN;ZOE;;;1964-02-29;F;PROV;2026-11-02;2026-11-20');
  assert.is(rest, '');
});

test('a cell is never a formula', () => {
  for (const name of ['=HYPERLINK("x")', '+33', '-1', '@SUM(A1)', '\t=1', '\r=1'])
    assert.match(cohortCsv([row(name)]), `'${name.replaceAll('"', '""')}`);
  assert.match(cohortCsv([row("L'HELIAS-DURAND")]), ";L'HELIAS-DURAND;");
});

test('what separates cells is quoted inside one; no case leaves the heads alone', () => {
  assert.match(cohortCsv([row('A;B"C')]), '"A;B""C"');
  assert.is(cohortCsv([]).trimEnd().split('\r\n').length, 1);
});

test.run();
