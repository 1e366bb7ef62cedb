import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { attendances, auditEvents, meetings } from '@concertation/schema';
import type { MeetingDetail } from '@concertation/shared/contracts';
import { addAttendance, closeMeeting, recordArrival, recordDepartures } from '../src/meetings/index.ts';
import { verifyPdf } from '../src/reports/sign/verify-pdf.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { openTools } from './pdf-tools.ts';
import { auditTrail } from './support/audit-trail.ts';
import { ask } from './support/ask.ts';
import {
  type ActorName,
  askFreeze,
  askReport,
  openWorld,
  presentComplete,
  type Presented,
  type World,
} from './support/report-world.ts';

// CM-41: attendance is provable by who was there.

let server: TestServer;
let world: World;
let presented: Presented;
let detail: MeetingDetail;
const tools = openTools();
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
  presented = await presentComplete(world);
  const { services } = server;
  await begin(presented);
  const attendanceId = await recordArrival(services, presented.meetingId, world.people.member.principal);
  await addAttendance(services, world.people.secretary.principal, presented.meetingId, {
    name: 'Dr Paul Lenoir',
    specialty: 'Anatomie pathologique',
  });
  if (attendanceId) await recordDepartures(services, [attendanceId]);
  detail = (await read('coordinator')).body as MeetingDetail;
});
test.after(async () => {
  tools.close();
  await server?.stop();
});

const read = (who: ActorName, { meetingId } = presented) =>
  ask(server, 'GET', `/api/meetings/${meetingId}`, { cookie: world.people[who].cookie });
async function begin({ meetingId, presentationId }: Presented): Promise<void> {
  const body = { presentationId, from: null };
  const { cookie } = world.people.coordinator;
  assert.is((await ask(server, 'POST', `/api/meetings/${meetingId}/current`, { cookie, body })).status, 204);
}
const close = ({ meetingId }: Presented) =>
  closeMeeting(server.services, world.people.coordinator.principal, meetingId);
function idOf(name: string): string {
  const line = detail.attendance.find((each) => each.name.includes(name));
  assert.ok(line, name);
  return (line as { attendanceId: string }).attendanceId;
}

async function paper(
  who: ActorName,
  path: string,
  { meetingId } = presented,
): Promise<{ status: number; bytes: Uint8Array }> {
  const response = await fetch(`${server.origin}/api/meetings/${meetingId}/${path}`, {
    headers: { cookie: world.people[who].cookie },
  });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}
const certificate = (who: ActorName, of: string) => paper(who, `attendance/${idOf(of)}/certificate`);

test('nothing is certified before the meeting is closed', async () => {
  assert.is((await certificate('member', 'member')).status, 409);
  assert.is((await paper('coordinator', 'summary')).status, 409);
});

test('one’s own certificate is sealed and says when one was there; others’ are not given', async () => {
  await close(presented);
  const { status, bytes } = await certificate('member', 'member');
  assert.is(status, 200);
  await verifyPdf(bytes);
  const words = tools.wordsOf(bytes);
  for (const said of [
    'Attestation de présence',
    'Dr Camille member',
    'Oncologie médicale',
    'RCP Digestif',
    'connexion constatée',
  ])
    assert.ok(words.includes(said), said);
  assert.not.ok(words.includes('Lenoir'));
  assert.is((await certificate('member', 'Lenoir')).status, 404);
  assert.is((await certificate('outsider', 'member')).status, 404);
  const trail = await auditTrail(server, eq(auditEvents.kind, 'attendance.certified'));
  assert.is(trail.length, 1);
});

test('who runs the meeting has one for somebody without an account, which says neither hours nor a duration', async () => {
  const { status, bytes } = await certificate('secretary', 'Lenoir');
  assert.is(status, 200);
  const words = tools.wordsOf(bytes);
  assert.ok(words.includes('présence notée par le secrétariat'));
  for (const unsaid of ['Arrivée', 'Départ', 'Durée', ' min']) assert.not.ok(words.includes(unsaid), unsaid);
});

/** A meeting of which a member's only connection lasted from one hour to another, in UTC. */
async function connected(from: string, to: string): Promise<{ held: Presented; path: string }> {
  const { services } = server;
  const { db } = services.database;
  const held = await presentComplete(world);
  await begin(held);
  const attendanceId = await recordArrival(services, held.meetingId, world.people.member.principal);
  assert.ok(attendanceId);
  await close(held);
  const at = (hour: string) => new Date(`2026-03-02T${hour}:00Z`);
  const ofMeeting = eq(meetings.id, held.meetingId);
  await db
    .update(meetings)
    .set({ startedAt: at('17:00'), closedAt: at('18:30') })
    .where(ofMeeting);
  const times = { arrivedAt: at(from), lastSeenAt: at(to), leftAt: at(to) };
  await db.update(attendances).set(times).where(eq(attendances.id, attendanceId));
  return { held, path: `attendance/${attendanceId}/certificate` };
}

test('a page opened before the meeting began is not billed: the time of the meeting alone counts', async () => {
  const { held, path } = await connected('16:10', '18:05');
  const { status, bytes } = await paper('member', path, held);
  assert.is(status, 200);
  const words = tools.wordsOf(bytes);
  for (const said of ['Durée totale 1 h 05', 'Arrivée Départ 18 h 00 19 h 05']) assert.ok(words.includes(said), said);
  assert.not.ok(words.includes('17 h 10'));
});

test('who was there only before, and a meeting that never began, are not certified', async () => {
  const { held, path } = await connected('16:10', '16:50');
  assert.is((await paper('member', path, held)).status, 409);
  const idle = await presentComplete(world);
  await close(idle);
  const { attendance } = (await read('coordinator', idle)).body as MeetingDetail;
  const typed = attendance[0];
  assert.ok(typed);
  assert.is((await paper('secretary', `attendance/${typed?.attendanceId}/certificate`, idle)).status, 409);
});

test('the summary names people, cases and what became of each report, for who runs the meeting alone', async () => {
  const { status, bytes } = await paper('secretary', 'summary');
  assert.is(status, 200);
  await verifyPdf(bytes);
  const words = tools.wordsOf(bytes);
  for (const said of ['Synthèse de la réunion', presented.identity.birthName, 'brouillon', 'Dr Paul Lenoir'])
    assert.ok(words.includes(said), said);
  assert.is((await paper('member', 'summary')).status, 403);
  assert.is((await paper('outsider', 'summary')).status, 404);
});

test('under correction, the summary keeps the number and decision of the version that counts', async () => {
  const held = await presentComplete(world);
  await begin(held);
  assert.is((await askFreeze(world, 'coordinator', held)).status, 200);
  await close(held);
  const numbered = /(figé, signature en attente|signé), RCP-\d{4}-\d{6}/;
  const wordsNow = async () => tools.wordsOf((await paper('secretary', 'summary', held)).bytes);
  const before = await wordsNow();
  assert.match(before, numbered);
  assert.not.match(before, 'correction en cours');
  const correction = { reason: 'Erreur de côté' };
  assert.is((await askReport(world, 'coordinator', 'POST', held.reportId, '/corrections', correction)).status, 200);
  const words = await wordsNow();
  assert.match(words, new RegExp(`${numbered.source}, correction en cours`));
  assert.match(words, 'Traitement');
  assert.not.match(words, 'brouillon');
});

test.run();
