import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { patients } from '@concertation/schema';
import type { CaseDetail, PatientMatch } from '@concertation/shared/contracts';
import { matchPatients } from '../src/cases/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode } from './support/ask.ts';
import { newTraits, PresentingWorld } from './support/presenting-world.ts';
import { type ActorName, unknownId } from './support/report-world.ts';

// The search that comes before a creation: domain.md 4.3. SC-66

let server: TestServer;
let world: PresentingWorld;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await PresentingWorld.open(server);
});
test.after(() => server?.stop());

type Matches = { matches: PatientMatch[]; elsewhere: boolean };
const match = (who: ActorName, traits: object) => world.get<Matches>(who, 'POST', '/api/patients/matches', traits);
const open = (who: ActorName, body: object) => world.ask(who, 'POST', '/api/cases', body);
const brief = ({ matches, elsewhere }: Matches) => ({
  matches: matches.map(({ nearness, usable }) => ({ nearness, usable })),
  elsewhere,
});

const anne = { birthName: 'Le Guillou', birthGivenName: 'Anne-Laure', birthDate: '1948-04-07', sex: 'F' };

// PRE-1
test('the same four traits are the same patient, for who reads a case of theirs', async () => {
  await open('owner', { ...anne, usedName: 'Kervella' });
  assert.equal(brief(await match('owner', { ...anne, birthName: 'LE GUILLOU' })), {
    matches: [{ nearness: 'same', usable: true }],
    elsewhere: false,
  });
});

// PRE-1
test('one slip away is near: a letter, names exchanged, the used name, day and month exchanged, the sex', async () => {
  const near = { matches: [{ nearness: 'near', usable: true }], elsewhere: false };
  for (const slip of [
    { birthName: 'Le Guilou' },
    { birthName: 'Anne-Laure', birthGivenName: 'Le Guillou' },
    { birthName: 'Kervella' },
    { birthDate: '1948-07-04' },
    { sex: 'M' },
  ])
    assert.equal(brief(await match('owner', { ...anne, ...slip })), near, JSON.stringify(slip));
});

test('another name, or another date, is somebody else', async () => {
  const nobody = { matches: [], elsewhere: false };
  for (const other of [
    { birthName: 'Morvan', birthGivenName: 'Yves' },
    { birthDate: '1949-04-07' },
    { birthDate: '1948-07-04', birthName: 'Le Guilou' },
  ])
    assert.equal(brief(await match('owner', { ...anne, ...other })), nobody, JSON.stringify(other));
});

// PRE-2
test('what one may not read is said to exist only for the same four traits, and nothing more', async () => {
  assert.equal(await match('outsider', anne), { matches: [], elsewhere: true });
  assert.equal(await match('outsider', { ...anne, birthName: 'Le Guilou' }), { matches: [], elsewhere: false });
});

test('a reader of a case finds the patient, and may not open another case for them', async () => {
  const traits = newTraits();
  const { caseId } = (await open('owner', traits)).body as { caseId: string };
  await world.get('owner', 'POST', `/api/cases/${caseId}/grants`, {
    accountId: world.accountId('outsider'),
    role: 'reader',
  });
  const [found] = (await match('outsider', traits)).matches;
  assert.is(found?.caseId, caseId);
  assert.is(found?.usable, false);
  const refused = await open('outsider', { ...traits, patientId: found?.patient.patientId });
  assert.is(refusalCode(refused), 'not_found');
  assert.is(refusalCode(await open('owner', { ...traits, patientId: unknownId() })), 'not_found');
});

// PRE-3
test('a new case for a patient found before keeps the patient and their identity', async () => {
  const traits = newTraits();
  const { caseId } = (await open('owner', traits)).body as { caseId: string };
  const [found] = (await match('owner', traits)).matches;
  const before = await server.services.database.db.$count(patients);
  const answer = await open('owner', { ...traits, birthGivenName: 'Autre', patientId: found?.patient.patientId });
  const { caseId: second } = answer.body as { caseId: string };
  assert.is.not(second, caseId);
  assert.is(await server.services.database.db.$count(patients), before);
  const detail = await world.get<CaseDetail>('owner', 'GET', `/api/cases/${second}`);
  assert.equal(detail.patient, found?.patient);
  assert.is(detail.registered, false, 'en préparation');
});

// PRE-3
test('one patient added by two people at once is added once; a homonym is added knowingly', async () => {
  const traits = newTraits();
  const codes = (await Promise.all([open('owner', traits), open('outsider', traits)])).map(refusalCode);
  assert.equal(codes.filter(Boolean), ['patient_exists']);
  assert.is((await open('outsider', { ...traits, homonym: true })).status, 200);
});

test('a search without a birth date, or with one that does not exist, is refused', async () => {
  for (const birthDate of ['', '1948-02-30', '07/04/1948'])
    assert.is(
      refusalCode(await world.ask('owner', 'POST', '/api/patients/matches', { ...anne, birthDate })),
      'invalid',
    );
});

test('the search asks the database as often among many namesakes as for one', async () => {
  const { db } = server.services.database;
  const asked = async (traits: Parameters<typeof matchPatients>[2]) => {
    let queries = 0;
    const counting = new Proxy(db, {
      get(target, key) {
        if (key === 'select' || key === 'selectDistinct' || key === 'execute') queries += 1;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const { matches } = await matchPatients(counting, world.accountId('owner'), traits);
    return { queries, found: matches.length };
  };
  const many = { birthName: 'ABGRALL', birthGivenName: 'YANN', birthDate: '1955-05-05', sex: 'M' } as const;
  for (let count = 0; count < 5; count += 1) await open('owner', { ...many, homonym: true });
  const one = { ...many, birthDate: '1955-05-06' };
  await open('owner', one);
  assert.equal(await asked(one), { queries: 3, found: 1 });
  assert.equal(await asked(many), { queries: 3, found: 5 });
});

test.run();
