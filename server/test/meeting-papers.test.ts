import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import type { MeetingDetail } from '@concertation/shared/contracts';
import { addAttendance, closeMeeting, recordArrival, recordDepartures } from '../src/meetings/index.ts';
import { verifyPdf } from '../src/reports/sign/verify-pdf.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { openTools } from './pdf-tools.ts';
import { auditTrail } from './support/audit-trail.ts';
import { ask } from './support/ask.ts';
import { type ActorName, openWorld, presentComplete, type Presented, type World } from './support/report-world.ts';

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

const read = (who: ActorName) =>
  ask(server, 'GET', `/api/meetings/${presented.meetingId}`, { cookie: world.people[who].cookie });
function idOf(name: string): string {
  const line = detail.attendance.find((each) => each.name.includes(name));
  assert.ok(line, name);
  return (line as { attendanceId: string }).attendanceId;
}

async function paper(who: ActorName, path: string): Promise<{ status: number; bytes: Uint8Array }> {
  const response = await fetch(`${server.origin}/api/meetings/${presented.meetingId}/${path}`, {
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
  await closeMeeting(server.services, world.people.coordinator.principal, presented.meetingId);
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

test('who runs the meeting has one for somebody without an account', async () => {
  const { status, bytes } = await certificate('secretary', 'Lenoir');
  assert.is(status, 200);
  assert.ok(tools.wordsOf(bytes).includes('présence notée par le secrétariat'));
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

test.run();
