import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, renditions } from '@concertation/schema';
import type { FhirResource } from '@concertation/shared/contracts';
import { readPapers } from '../src/reports/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import {
  type ActorName,
  askFreeze,
  askReport,
  openWorld,
  presentComplete,
  type Presented,
  unknownId,
  type World,
} from './support/report-world.ts';
import { waitFor } from './support/wait-for.ts';

let server: TestServer;
let world: World;
let signed: Presented;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
  signed = await presentComplete(world);
  assert.is((await askFreeze(world, 'coordinator', signed)).status, 200);
  await isSigned(signed.reportId);
});
test.after(() => server?.stop());

const isSigned = (reportId: string) =>
  waitFor(async () => (await readPapers(server.services.database.db, reportId)) !== null, 'the report is signed');

async function get(who: ActorName | null, path: string) {
  const cookie = who && world.people[who].cookie;
  const response = await fetch(server.origin + path, { headers: cookie ? { cookie } : {} });
  const type = response.headers.get('content-type') ?? '';
  const bytes = Buffer.from(await response.arrayBuffer());
  const body = type.includes('json') ? (JSON.parse(bytes.toString()) as Record<string, unknown>) : {};
  return { status: response.status, type, body, bytes, headers: response.headers };
}
type Coded = { coding: { code: string }[] };
/** What these tests look at in an answer. */
type Found = FhirResource & {
  id: string;
  status: string;
  docStatus: string;
  type: Coded;
  identifier: unknown;
  subject: { identifier: { value: string } };
  content: { attachment: { url: string; size: number; hash: string } }[];
  section: { title: string; text?: { div: string }; emptyReason?: object }[];
  entry: { resource: { id: string } }[];
  relatesTo: unknown;
};
const resource = async (who: ActorName, path: string) => {
  const { status, type, body } = await get(who, path);
  assert.is(status, 200, path);
  assert.match(type, /^application\/fhir\+json/);
  return body as Found;
};
const acts = async (reportId: string, kind: string) =>
  (await auditTrail(server, eq(auditEvents.subject, `report:${reportId}`))).filter((act) => act.kind === kind);

// FHIR-1
test('what is answered is said to anybody, in the standard’s own type', async () => {
  const { status, type, body } = await get(null, '/fhir/metadata');
  assert.is(status, 200);
  assert.match(type, /^application\/fhir\+json/);
  assert.is(body.resourceType, 'CapabilityStatement');
  assert.is(body.fhirVersion, '4.0.1');
});

// FHIR-2
test('a signed report is a DocumentReference, with its file’s size and hash, and its reading recorded', async () => {
  const { reportId } = signed;
  const before = (await acts(reportId, 'report.read')).length;
  const found = await resource('member', `/fhir/DocumentReference/${reportId}`);
  const papers = await readPapers(server.services.database.db, reportId);
  assert.ok(papers);
  assert.equal(
    [found.resourceType, found.id, found.status, found.docStatus],
    ['DocumentReference', reportId, 'current', 'final'],
  );
  assert.is(found.type.coding[0]?.code, '34794-8');
  assert.equal(found.identifier, [{ system: 'urn:concertation:document-number', value: papers.facts.documentNumber }]);
  assert.is(found.subject.identifier.value, `urn:uuid:${signed.patientId}`);
  const attachment = found.content[0]?.attachment;
  assert.is(attachment?.url, `Binary/${reportId}`);
  assert.is(attachment?.size, papers.signedPdf.byteLength);
  assert.is(attachment?.hash, createHash('sha1').update(papers.signedPdf).digest('base64'));
  assert.is((await acts(reportId, 'report.read')).length, before + 1);
});

// FHIR-3
test('its words are a Composition, section by section, as they were frozen', async () => {
  const found = await resource('owner', `/fhir/Composition/${signed.reportId}`);
  assert.is(found.resourceType, 'Composition');
  const sections = found.section;
  assert.equal(
    sections.map(({ title }) => title),
    ['Question posée', 'Résumé clinique', 'Discussion', 'Proposition de la RCP', 'Décision'],
  );
  assert.match(sections[3]?.text?.div ?? '', '<p>Chimiothérapie néoadjuvante ≥ 4 cures</p>');
  assert.ok(sections[2]?.emptyReason, 'an empty section says so');
  assert.match(sections[4]?.text?.div ?? '', 'Décision : Traitement');
});

// FHIR-5
test('its Binary is the signed file itself, and a download like any other', async () => {
  const { reportId } = signed;
  const before = (await acts(reportId, 'report.downloaded')).length;
  const { status, type, bytes, headers } = await get('member', `/fhir/Binary/${reportId}`);
  assert.is(status, 200);
  assert.is(type, 'application/pdf');
  const papers = await readPapers(server.services.database.db, reportId);
  assert.ok(bytes.equals(papers?.signedPdf ?? Buffer.alloc(0)));
  assert.is(headers.get('cache-control'), 'no-store');
  assert.is((await acts(reportId, 'report.downloaded')).length, before + 1);
});

// FHIR-4
test('a search finds what its reader may read, by id, number and patient', async () => {
  const { reportId, patientId } = signed;
  const number = (await readPapers(server.services.database.db, reportId))?.facts.documentNumber ?? '';
  const ids = async (who: ActorName, query: string) =>
    (await resource(who, `/fhir/DocumentReference${query}`)).entry.map((entry) => entry.resource.id);
  for (const query of [
    '',
    `?_id=${reportId}`,
    `?identifier=${number}`,
    `?identifier=urn:concertation:document-number|${number}`,
    `?patient=Patient/${patientId}`,
    `?patient=urn:uuid:${patientId}`,
  ]) {
    assert.ok((await ids('member', query)).includes(reportId), query);
    assert.equal(await ids('outsider', query), [], `${query} by somebody else`);
  }
  for (const query of [`?_id=${unknownId()}`, '?identifier=RCP-1999-000001', `?patient=${unknownId()}`, "?patient='--"])
    assert.equal(await ids('member', query), [], query);
  for (const query of ['?_id=x', '?_count=0', '?_count=1000', '?identifier='])
    assert.is((await get('member', `/fhir/DocumentReference${query}`)).body.code, 'invalid', query);
});

// FHIR-2, FHIR-3, FHIR-5
test('somebody else’s report does not exist; nobody reads without a session; nothing leaves before the signature', async () => {
  const draft = await presentComplete(world);
  for (const kind of ['DocumentReference', 'Composition', 'Binary']) {
    assert.is((await get('outsider', `/fhir/${kind}/${signed.reportId}`)).body.code, 'not_found', kind);
    assert.is((await get('member', `/fhir/${kind}/${unknownId()}`)).body.code, 'not_found', kind);
    assert.is((await get('member', `/fhir/${kind}/not-an-id`)).body.code, 'not_found', kind);
    assert.is((await get(null, `/fhir/${kind}/${signed.reportId}`)).body.code, 'signed_out', kind);
    assert.is((await get('member', `/fhir/${kind}/${draft.reportId}`)).body.code, 'wrong_state', kind);
  }
  assert.is((await get(null, '/fhir/DocumentReference')).body.code, 'signed_out');
  assert.is((await get('member', '/fhir/Patient/1')).body.code, 'not_found', 'what is not served');
});

// FHIR-2, CDA-4
test('a correction replaces the first, which says so once the correction is signed', async () => {
  const first = signed.reportId;
  const asked = await askReport(world, 'coordinator', 'POST', first, '/corrections', { reason: 'Erreur de côté' });
  assert.is(asked.status, 200, refusalCode(asked) ?? '');
  const { reportId } = asked.body as { reportId: string };
  assert.is((await resource('member', `/fhir/DocumentReference/${first}`)).status, 'current');
  assert.is((await askFreeze(world, 'coordinator', { ...signed, reportId })).status, 200);
  await isSigned(reportId);
  assert.is((await resource('member', `/fhir/DocumentReference/${first}`)).status, 'superseded');
  const second = await resource('member', `/fhir/DocumentReference/${reportId}`);
  assert.equal(second.relatesTo, [{ code: 'replaces', target: { reference: `DocumentReference/${first}` } }]);
  const papers = await readPapers(server.services.database.db, reportId);
  assert.is(papers?.facts.identifiers?.setId, first);
  assert.is(papers?.facts.identifiers?.replacesId, first);
});

// FRZ-10
test('papers that were altered where they are stored are not handed out', async () => {
  const { db } = server.services.database;
  const other = await presentComplete(world);
  await askFreeze(world, 'coordinator', other);
  await isSigned(other.reportId);
  await db
    .update(renditions)
    .set({ signedPdf: Buffer.from('%PDF-other') })
    .where(eq(renditions.reportId, other.reportId));
  assert.is((await get('member', `/fhir/DocumentReference/${other.reportId}`)).body.code, 'unexpected');
});

test.run();
