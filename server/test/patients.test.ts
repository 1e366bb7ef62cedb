import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, patients } from '@concertation/schema';
import type { CaseDetail, PatientBanner } from '@concertation/shared/contracts';
import { auditTrail } from './support/audit-trail.ts';
import type { Answer } from './support/ask.ts';
import { refusalCode } from './support/ask.ts';
import { DemonstrationWorld, newPatient } from './support/demonstration-world.ts';
import { listenTo } from './support/listen-to.ts';

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const open = (traits: Record<string, unknown>): Promise<Answer> => world.ask('presenter', 'POST', '/api/cases', traits);
const read = (caseId: string) => world.get<CaseDetail>('presenter', 'GET', `/api/cases/${caseId}`);
const correct = (caseId: string, body: Record<string, unknown>) =>
  world.ask('presenter', 'PATCH', `/api/cases/${caseId}/patient`, body);

const fieldsOf = (answer: Answer): string[] =>
  ((answer.body as { details: { fields: { field: string }[] } }).details.fields ?? []).map(({ field }) => field);

// INS 1.2: names are kept in capitals without accents; hyphens and apostrophes stay.
test('traits are stored as identity rules write them', async () => {
  const answer = await open({
    birthName: '  Lebœuf-d’Été ',
    birthGivenName: 'Zoë',
    birthDate: '1996-02-29',
    sex: 'F',
    usedName: 'Noël',
  });
  assert.is(answer.status, 200);
  const { patient } = await read((answer.body as { caseId: string }).caseId);
  assert.is(patient.birthName, "LEBOEUF-D'ETE");
  assert.is(patient.birthGivenName, 'ZOE');
  assert.is(patient.usedName, 'NOEL');
  assert.is(patient.birthDate, '1996-02-29');
  assert.is(patient.identityStatus, 'PROV');
});

for (const [field, value, why] of [
  ['birthDate', '1995-02-29', 'a 29 February that did not exist'],
  ['birthDate', '2999-01-01', 'a birth in the future'],
  ['birthDate', '1879-12-31', 'a birth before 1880'],
  ['birthDate', '12/03/1960', 'a date written another way'],
  ['birthName', 'Martin 2', 'a digit in a name'],
  ['birthName', '   ', 'no name'],
  ['birthGivenName', '李', 'letters that the identity rules cannot write'],
  ['sex', 'X', 'a sex that the identity rules do not know'],
] as const)
  test(`${why} is refused, and only the field is named`, async () => {
    const answer = await open({ ...newPatient(), [field]: value });
    assert.is(refusalCode(answer), 'invalid');
    assert.equal(fieldsOf(answer), [field]);
    if (value.trim()) assert.not(JSON.stringify(answer.body).includes(value), 'the value is not repeated');
  });

// SC-66: the four fields are mandatory.
test('each of the four traits is mandatory', async () => {
  const answer = await open({});
  assert.equal(fieldsOf(answer).sort(), ['birthDate', 'birthGivenName', 'birthName', 'sex']);
});

test('the same person is not created twice, however the name is typed', async () => {
  const traits = newPatient();
  assert.is((await open({ ...traits, birthName: 'Hélène-Œuvre' })).status, 200);
  const again = await open({ ...traits, birthName: 'HELENE-OEUVRE' });
  assert.is(refusalCode(again), 'patient_exists');
  assert.is((again.body as { details?: unknown }).details, undefined, 'nothing says who or where');
  assert.is(
    (await open({ ...traits, birthName: 'HELENE-OEUVRE', birthDate: '1970-05-18' })).status,
    200,
    'another day is another person',
  );
});

test('a refused patient leaves nothing behind', async () => {
  const { db } = world.server.services.database;
  const traits = newPatient();
  await open(traits);
  const before = await db.$count(patients);
  const audited = await db.$count(auditEvents, eq(auditEvents.kind, 'patient.created'));
  await open(traits);
  assert.is(await db.$count(patients), before);
  assert.is(await db.$count(auditEvents, eq(auditEvents.kind, 'patient.created')), audited);
});

test('a homonym is created when somebody answers for it', async () => {
  const traits = newPatient();
  assert.is((await open(traits)).status, 200);
  assert.is((await open({ ...traits, homonym: true })).status, 200);
});

test('of several people who create the same patient at once, exactly one does', async () => {
  const traits = newPatient();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      world.ask(index % 2 ? 'presenter' : 'second_presenter', 'POST', '/api/cases', traits),
    ),
  );
  assert.is(answers.filter(({ status }) => status === 200).length, 1);
  assert.is(answers.filter((answer) => refusalCode(answer) === 'patient_exists').length, 7);
});

test('a correction is written, counted, audited, and told to the screens', async () => {
  const traits = newPatient();
  const caseId = await world.openCase('presenter', traits);
  const { patient } = await read(caseId);
  const { heard } = await listenTo(world.server.services.database, 'facts_changed');
  const corrected = (await correct(caseId, { ...traits, birthGivenName: 'Dominique', revision: patient.revision }))
    .body as PatientBanner;
  assert.is(corrected.birthGivenName, 'DOMINIQUE');
  assert.is(corrected.identityStatus, 'PROV');
  assert.is(corrected.revision, patient.revision + 1);
  assert.equal((await read(caseId)).patient, corrected);
  await heard(`case:${caseId}`);
  const [row] = await auditTrail(world.server, eq(auditEvents.kind, 'patient.corrected'));
  assert.is(row?.patientId, patient.patientId);
  assert.is(row?.accountId, world.accountId('presenter'));
});

test('a correction reaches the meeting and the report that show the patient', async () => {
  const traits = newPatient();
  const caseId = await world.openCase('presenter', traits);
  const { meetingId } = await world.meeting('planned');
  await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  const line = (await world.meeting('planned')).presentations.find((presentation) => presentation.caseId === caseId);
  const { heard } = await listenTo(world.server.services.database, 'facts_changed');
  await correct(caseId, { ...traits, usedName: 'Martin', revision: 1 });
  await heard(`meeting:${meetingId}`);
  await heard(`report:${line?.reportId}`);
  assert.is(
    (await world.meeting('planned')).presentations.find((presentation) => presentation.caseId === caseId)?.patient
      .usedName,
    'MARTIN',
  );
});

test('two corrections at once cannot overwrite one another', async () => {
  const traits = newPatient();
  const caseId = await world.openCase('presenter', traits);
  const answers = await Promise.all(
    ['Alix', 'Andrea'].map((birthGivenName) => correct(caseId, { ...traits, birthGivenName, revision: 1 })),
  );
  assert.equal(
    answers.map(({ status }) => status).sort((a, b) => a - b),
    [200, 409],
  );
  assert.ok(answers.some((answer) => refusalCode(answer) === 'stale'));
});

test('a change of a strict trait makes a better identity provisional again; a used name does not', async () => {
  const { db } = world.server.services.database;
  const traits = newPatient();
  const caseId = await world.openCase('presenter', traits);
  const { patientId } = (await read(caseId)).patient;
  await db.update(patients).set({ identityStatus: 'VALI' }).where(eq(patients.id, patientId));
  assert.is(
    ((await correct(caseId, { ...traits, usedName: 'Petit', revision: 1 })).body as PatientBanner).identityStatus,
    'VALI',
  );
  assert.is(
    ((await correct(caseId, { ...traits, sex: 'M', usedName: 'Petit', revision: 2 })).body as PatientBanner)
      .identityStatus,
    'PROV',
  );
});

test('a correction into the traits of another patient is refused as a creation is', async () => {
  const known = newPatient();
  await world.openCase('second_presenter', known);
  const traits = newPatient();
  const caseId = await world.openCase('presenter', traits);
  assert.is(refusalCode(await correct(caseId, { ...known, revision: 1 })), 'patient_exists');
  assert.is((await correct(caseId, { ...known, revision: 1, homonym: true })).status, 200);
  assert.is(
    (await correct(caseId, { ...known, usedName: 'Petit', revision: 2 })).status,
    200,
    'a homonym keeps its traits without being asked again',
  );
});

test.run();
