import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DirectoryProfessional, DirectorySearch, DirectoryState } from '@concertation/shared/contracts';
import { isRpps } from '@concertation/shared/domain';
import { fictitiousRpps } from '../src/demonstration/directory/fictitious-line.ts';
import { searchProfessionals } from '../src/directory/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import { DirectoryWorld, somebody } from './support/directory-world.ts';

let world: DirectoryWorld;
let server: TestServer;
test.before(async () => {
  world = await DirectoryWorld.open();
  const crowd = Array.from({ length: 60 }, (_, nth) =>
    somebody(100 + nth, 'MARTIN', `Prénom${String.fromCharCode(65 + (nth % 26))}`),
  );
  await world.importLines([
    somebody(1, 'ARNAUD', 'Élodie', { town: 'Ville-Exemple' }),
    somebody(2, 'ARNAUDIN', 'Élodie'),
    somebody(3, 'LE GOFF', 'Yann'),
    somebody(4, "D'ALMEIDA", 'Inês'),
    somebody(5, 'MARTIN-DUBOIS', 'Jean-Pierre'),
    somebody(6, 'MARTIN', 'Jean', { specialty: 'Pneumologie' }),
    somebody(7, 'MARTIN', 'Jean', { specialty: 'Radio-diagnostic', town: 'Bourg-Exemple' }),
    somebody(8, 'JEAN', 'Martin'),
    somebody(9, 'ŒUVRARD', 'Cécile'),
    somebody(10, 'NGUYÊN', 'Élodie'),
    somebody(11, 'PETIT', 'Zoé'),
    ...crowd,
  ]);
  server = await startTestServer({ SESSION_IDLE_MINUTES: '30' });
});
test.after(async () => {
  await world?.stop();
  await server?.stop();
});

// SC-12
test('somebody is found by family name, by first name, or by both in any order', async () => {
  assert.equal(await world.names('arnaud'), ['ARNAUD Élodie', 'ARNAUDIN Élodie'], 'the exact name first');
  assert.equal(await world.names('Élodie'), ['ARNAUD Élodie', 'ARNAUDIN Élodie', 'NGUYÊN Élodie']);
  for (const typed of ['arnaud elodie', 'elodie arnaud', 'ÉLODIE  ARNAUD', 'arn elo', 'elo arnaud'])
    assert.is((await world.names(typed))[0], 'ARNAUD Élodie', typed);
  assert.equal(await world.names('jean martin'), [
    'JEAN Martin',
    'MARTIN Jean',
    'MARTIN Jean',
    'MARTIN-DUBOIS Jean-Pierre',
  ]);
});

// SC-12
test('somebody is found by the RPPS number, its beginning, or the national identification', async () => {
  const number = fictitiousRpps(3);
  const spaced = `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`;
  for (const typed of [number, spaced, `8${number}`]) assert.equal(await world.names(typed), ['LE GOFF Yann'], typed);
  const begun = await searchProfessionals(world.database.db, number.slice(0, 9));
  assert.ok(
    begun.professionals.length > 1 && begun.professionals.every(({ rpps }) => rpps?.startsWith(number.slice(0, 9))),
  );
  assert.equal(await world.names('99999999999'), []);
});

test('accents, capitals, hyphens and apostrophes do not count, and any word of a name does', async () => {
  for (const typed of ["d'almeida", 'd’Alméida', 'd almeida ines', 'almeida', 'INES almeida'])
    assert.equal(await world.names(typed), ["D'ALMEIDA Inês"], typed);
  for (const typed of ['le goff', 'goff', 'goff yann', 'yann goff', 'le gof yann'])
    assert.equal(await world.names(typed), ['LE GOFF Yann'], typed);
  for (const typed of ['dubois', 'martin dubois', 'jean pierre martin dubois', 'dubois pierre'])
    assert.is((await world.names(typed))[0], 'MARTIN-DUBOIS Jean-Pierre', typed);
  assert.equal(await world.names('oeuvrard'), ['ŒUVRARD Cécile']);
  assert.equal(await world.names('nguyen'), ['NGUYÊN Élodie']);
});

// SC-12
test('one slip is forgiven where nobody bears what was typed', async () => {
  for (const typed of [
    'arnuad elodie',
    'arnaut elodie',
    'arnau elodie',
    'arnnaud elodie',
    'arnaud elodei',
    'elodi arnuad',
    'rnaud elodie',
  ])
    assert.is((await world.names(typed))[0], 'ARNAUD Élodie', typed);
  assert.equal(await world.names('nguyne'), ['NGUYÊN Élodie']);
  assert.equal(await world.names('goof yann'), ['LE GOFF Yann']);
  assert.equal(await world.names('zzarnaudzz'), [], 'two slips are another name');
  assert.equal(await world.names('petot zoe'), ['PETIT Zoé']);
});

test('homonyms are told apart by what they do and where', async () => {
  const { professionals } = await searchProfessionals(world.database.db, 'martin jean');
  const told = professionals.filter(({ familyName, givenName }) => `${familyName} ${givenName}` === 'MARTIN Jean');
  assert.equal(
    told.map(({ specialties, towns }) => [specialties, towns]),
    [
      [['Pneumologie'], ['Ville-Exemple']],
      [['Radio-diagnostic'], ['Bourg-Exemple']],
    ],
  );
});

test('twenty are shown at most, and it is said that there are others', async () => {
  const { professionals, more } = await searchProfessionals(world.database.db, 'martin');
  assert.is(professionals.length, 20);
  assert.ok(more);
  assert.is(new Set(professionals.map(({ nationalId }) => nationalId)).size, 20, 'each once');
  assert.not.ok((await searchProfessionals(world.database.db, 'arnaud')).more);
});

test('what means something to the database means nothing in a search', async () => {
  for (const typed of [
    "'; drop table directory_professionals; --",
    'a & b | !c:*',
    '%%%',
    '___',
    '\\',
    '<b>',
    '(((',
    '\u0000ab',
    '💥💥',
    'é'.repeat(100),
    "''''",
  ])
    assert.equal(await world.names(typed), [], typed);
  assert.equal(await world.names('arnaud'), ['ARNAUD Élodie', 'ARNAUDIN Élodie']);
  assert.equal(await world.names(`arnaud ${'x'.repeat(5000)}`), []);
});

const searchFor = async (search: string) =>
  (await ask(server, 'GET', `/api/directory/professionals?search=${encodeURIComponent(search)}`))
    .body as DirectorySearch;

// SC-10, SC-12
test('a demonstration has a fictitious directory that anybody may search before having an account', async () => {
  const state = (await ask(server, 'GET', '/api/directory')).body as DirectoryState;
  assert.ok(state.available && !state.live && state.professionals > 150);
  assert.ok(state.fileDate !== null && state.importedAt !== null);
  const { professionals, live } = await searchFor('arnaud élodie');
  assert.is(live, 'not_asked');
  assert.equal(
    professionals.map(({ specialties, towns, profession }) => [profession, specialties, towns]),
    [
      ['Médecin', ['Pneumologie'], ['Ville-Exemple']],
      ['Infirmier', [], ['Bourg-Exemple']],
    ],
  );
  const homonyms = (await searchFor('martin jean')).professionals.filter(({ familyName }) => familyName === 'MARTIN');
  assert.is(homonyms.length, 3);
  for (const { rpps } of homonyms)
    assert.ok(rpps?.startsWith('899') && isRpps(rpps), 'numbers that no real person has');
  assert.is((await searchFor('vieillard')).professionals[0]?.active, false);
});

// SC-13
test('one professional is read to fill a form; neither telephone nor e-mail is ever told', async () => {
  const [found] = (await searchFor('arnaud')).professionals;
  const answer = await ask(server, 'GET', `/api/directory/professionals/${found?.nationalId}`);
  assert.equal(answer.body, found as DirectoryProfessional);
  assert.not.match(JSON.stringify(answer.body), /@|00000000/);
  assert.is(refusalCode(await ask(server, 'GET', '/api/directory/professionals/800000000000')), 'not_found');
  assert.is(refusalCode(await ask(server, 'GET', '/api/directory/professionals/%27or%271')), 'not_found');
});

test('a search that is missing or endless is refused, and one address may not copy the directory', async () => {
  assert.is(refusalCode(await ask(server, 'GET', '/api/directory/professionals')), 'invalid');
  assert.is(refusalCode(await ask(server, 'GET', `/api/directory/professionals?search=${'a'.repeat(101)}`)), 'invalid');
  const codes: (string | undefined)[] = [];
  for (let turn = 0; turn < 130 && codes.at(-1) === undefined; turn += 1)
    codes.push(refusalCode(await ask(server, 'GET', '/api/directory/professionals?search=899')));
  assert.is(codes.at(-1), 'too_many');
});

test.run();
