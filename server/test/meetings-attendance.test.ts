import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { attendances, auditEvents } from '@concertation/schema';
import type { AttendanceLine, MeetingDetail } from '@concertation/shared/contracts';
import type { Principal } from '../src/access/index.ts';
import { newId } from '../src/lib/index.ts';
import {
  attendanceOf,
  closeAbandonedAttendances,
  createMeeting,
  recordArrival,
  recordDepartures,
  touchAttendances,
} from '../src/meetings/index.ts';
import { refusalCode } from './support/ask.ts';
import { DemonstrationWorld } from './support/demonstration-world.ts';
import type { DemonstrationKey } from './support/sign-in.ts';

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const needs = () => world.server.services;
const lines = (meetingId: string) => attendanceOf(needs().database.db, meetingId);
const somebody = (who: DemonstrationKey): Principal => ({
  accountId: world.accountId(who),
  sessionId: newId(),
  name: `Dr ${who}`,
  specialty: 'Spécialité',
  guestOf: null,
});
async function arrive(meetingId: string, who: DemonstrationKey): Promise<string> {
  const id = await recordArrival(needs(), meetingId, somebody(who));
  assert.ok(id);
  return id ?? '';
}
const move = (meetingId: string) =>
  world.get('secretary', 'POST', `/api/meetings/${meetingId}/current`, { presentationId: null, from: null });

async function newMeeting(): Promise<string> {
  const { boardId } = (await world.meeting('running')).board;
  return needs().database.transaction((tx) => createMeeting(tx, { boardId, startsAt: new Date() }));
}

test('arrival and departure of a connection are one line, with the name that the session gives', async () => {
  const meetingId = await newMeeting();
  const id = await arrive(meetingId, 'expert');
  assert.equal(
    (await lines(meetingId)).map(({ name, source, leftAt }) => ({ name, source, leftAt })),
    [{ name: 'Dr expert', source: 'connection', leftAt: null }],
  );
  await recordDepartures(needs(), [id, newId()]);
  const left = (await lines(meetingId))[0]?.leftAt;
  assert.ok(left);
  await recordDepartures(needs(), [id]);
  assert.is((await lines(meetingId))[0]?.leftAt, left, 'a departure is written once');
});

test('the page shows who is there', async () => {
  const meetingId = await newMeeting();
  await arrive(meetingId, 'expert');
  await arrive(meetingId, 'expert');
  await arrive(meetingId, 'presenter');
  const { attendance } = await world.get<MeetingDetail>('secretary', 'GET', `/api/meetings/${meetingId}`);
  assert.equal(
    attendance.map(({ name }) => name),
    ['Dr expert', 'Dr presenter'],
  );
});

test('people whose server died left when it last saw them', async () => {
  const { db } = needs().database;
  const meetingId = await newMeeting();
  const [gone, alive] = [await arrive(meetingId, 'expert'), await arrive(meetingId, 'presenter')];
  const lastSeenAt = new Date(Date.now() - 10 * 60_000);
  await db.update(attendances).set({ lastSeenAt }).where(eq(attendances.meetingId, meetingId));
  assert.equal(await touchAttendances(needs(), [alive]), [alive]);
  await closeAbandonedAttendances(needs());
  assert.equal(
    await touchAttendances(needs(), [gone, alive]),
    [alive],
    'who was taken for gone is not among those open',
  );
  const byId = new Map((await lines(meetingId)).map((line) => [line.attendanceId, line]));
  assert.is(byId.get(gone)?.leftAt, lastSeenAt.toISOString());
  assert.is(byId.get(alive)?.leftAt, null);
});

test('who looked at the page and left before the meeting did not attend it', async () => {
  const meetingId = await newMeeting();
  const early = await arrive(meetingId, 'expert');
  await recordDepartures(needs(), [early]);
  await arrive(meetingId, 'presenter');
  await world.get('secretary', 'POST', `/api/meetings/${meetingId}/attendance`, {
    name: 'Dr Annoncé',
    specialty: 'Radiologie',
  });
  await move(meetingId);
  assert.equal(
    (await lines(meetingId)).map(({ name }) => name),
    ['Dr presenter', 'Dr Annoncé'],
  );
});

test('who left during the meeting attended it', async () => {
  const meetingId = await newMeeting();
  await move(meetingId);
  await recordDepartures(needs(), [await arrive(meetingId, 'expert')]);
  await move(meetingId);
  assert.is((await lines(meetingId)).length, 1);
});

test('the close ends every attendance, and reading a closed meeting is not attending it', async () => {
  const meetingId = await newMeeting();
  await arrive(meetingId, 'expert');
  await world.get('secretary', 'POST', `/api/meetings/${meetingId}/close`);
  assert.ok((await lines(meetingId))[0]?.leftAt);
  assert.is(await recordArrival(needs(), meetingId, somebody('presenter')), null);
  assert.is((await lines(meetingId)).length, 1);
});

test('the secretary adds people in the room, even after the close, and takes back only what was typed', async () => {
  const { db } = needs().database;
  const meetingId = await newMeeting();
  const connected = await arrive(meetingId, 'expert');
  await world.get('secretary', 'POST', `/api/meetings/${meetingId}/close`);
  const path = `/api/meetings/${meetingId}/attendance`;
  const typed = await world.get<AttendanceLine>('secretary', 'POST', path, {
    name: '  Dr Jean Petit ',
    specialty: 'Radiologie',
  });
  assert.is(typed.name, 'Dr Jean Petit');
  assert.is(typed.source, 'secretary');
  assert.is(refusalCode(await world.ask('secretary', 'DELETE', `${path}/${connected}`)), 'wrong_state');
  assert.is((await world.ask('secretary', 'DELETE', `${path}/${typed.attendanceId}`)).status, 204);
  assert.is(refusalCode(await world.ask('secretary', 'DELETE', `${path}/${typed.attendanceId}`)), 'not_found');
  assert.equal(
    (await lines(meetingId)).map(({ attendanceId }) => attendanceId),
    [connected],
  );
  const ofMeeting = (kind: string) => and(eq(auditEvents.kind, kind), eq(auditEvents.subject, `meeting:${meetingId}`));
  assert.is(await db.$count(auditEvents, ofMeeting('attendance.added')), 1);
  assert.is(await db.$count(auditEvents, ofMeeting('attendance.removed')), 1);
});

test('a line of another meeting is unknown here', async () => {
  const [meetingId, other] = [await newMeeting(), await newMeeting()];
  const typed = await world.get<AttendanceLine>('secretary', 'POST', `/api/meetings/${other}/attendance`, {
    name: 'Dr A',
    specialty: 'B',
  });
  assert.is(
    refusalCode(await world.ask('secretary', 'DELETE', `/api/meetings/${meetingId}/attendance/${typed.attendanceId}`)),
    'not_found',
  );
  assert.is((await lines(other)).length, 1);
});

for (const body of [
  { name: '', specialty: 'X' },
  { name: 'X', specialty: '  ' },
  { name: 'x'.repeat(121), specialty: 'X' },
  {},
])
  test(`an attendance needs a name and a specialty: ${JSON.stringify(body).slice(0, 40)}`, async () => {
    const meetingId = await newMeeting();
    assert.is(
      refusalCode(await world.ask('secretary', 'POST', `/api/meetings/${meetingId}/attendance`, body)),
      'invalid',
    );
  });

test.run();
