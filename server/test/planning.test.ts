import { eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { boards, meetings, meetingSeries } from '@concertation/schema';
import type { BoardMeeting, MeetingDetail, OutboxMail } from '@concertation/shared/contracts';
import { newId } from '../src/lib/index.ts';
import { createMeeting, upcomingOfBoards } from '../src/meetings/index.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { DemonstrationWorld, type Who } from './support/demonstration-world.ts';
import { signIn } from './support/sign-in.ts';

let world: DemonstrationWorld;
let boardId: string;
test.before(async () => {
  world = await DemonstrationWorld.open();
  boardId = (await world.meeting('running')).board.boardId;
});
test.after(() => world?.stop());

const zone = 'Europe/Paris';
const readers = ['presenter', 'second_presenter', 'expert'] as const;
const strangers = ['referent', 'outsider'] as const;

/** A wall time so many days ahead, far from the nights when clocks change: the tests below do not depend on them. */
const inDays = (days: number, time = '18:00') =>
  `${DateTime.now().setZone(zone).plus({ days }).toISODate() ?? ''}T${time}`;
const instantOf = (wallClock: string) => DateTime.fromISO(wallClock, { zone }).toUTC().toISO();

const onBoard = (who: Who, path: string, body: unknown) =>
  world.ask(who, 'POST', `/api/boards/${boardId}/meetings${path}`, body);
const on = (who: Who, meetingId: string, path: string, body?: unknown) =>
  world.ask(who, 'POST', `/api/meetings/${meetingId}/${path}`, body);
const change = (who: Who, meetingId: string, body: unknown) =>
  world.ask(who, 'PATCH', `/api/meetings/${meetingId}`, body);
const read = (meetingId: string, who: Who = 'secretary') =>
  world.get<MeetingDetail>(who, 'GET', `/api/meetings/${meetingId}`);
const listed = (who: Who = 'secretary') => world.get<BoardMeeting[]>(who, 'GET', `/api/boards/${boardId}/meetings`);

async function plan(body: Record<string, unknown> = {}): Promise<string[]> {
  const answer = await onBoard('secretary', '', { startsAt: inDays(20), ...body });
  assert.is(answer.status, 200, JSON.stringify(answer.body));
  return (answer.body as { meetingIds: string[] }).meetingIds;
}

async function planOne(body: Record<string, unknown> = {}): Promise<string> {
  const [meetingId, ...more] = await plan(body);
  assert.equal(more, []);
  return meetingId as string;
}

const setBoard = (set: Partial<typeof boards.$inferInsert>) =>
  world.server.services.database.db.update(boards).set(set).where(eq(boards.id, boardId));

// PLA-1
test('only who prepares a board’s meetings plans one; to strangers the board does not exist', async () => {
  const body = { startsAt: inDays(20) };
  for (const path of ['', '/preview']) {
    for (const who of readers) assert.is(refusalCode(await onBoard(who, path, body)), 'forbidden', who);
    for (const who of strangers) assert.is(refusalCode(await onBoard(who, path, body)), 'not_found', who);
    assert.is(refusalCode(await onBoard('nobody', path, body)), 'signed_out');
  }
});

test('one date is planned, with what the board decides', async () => {
  await setBoard({ capacity: 12, closingHours: 48, video: { mode: 'none', details: '' } });
  const startsAt = inDays(21);
  const meetingId = await planOne({ startsAt, durationMinutes: 90 });
  const meeting = await read(meetingId);
  assert.is(meeting.startsAt, new Date(instantOf(startsAt) ?? '').toISOString());
  assert.is(meeting.durationMinutes, 90);
  assert.is(meeting.capacity, 12);
  assert.is(meeting.state, 'planned');
  assert.is(meeting.revision, 1);
  assert.not(meeting.inSeries);
  const closes = new Date(meeting.registrationClosesAt ?? 0).getTime();
  assert.is(new Date(meeting.startsAt).getTime() - closes, 48 * 3_600_000);
  const trail = await auditTrail(world.server);
  const planned = trail.filter(({ kind }) => kind === 'meeting.planned').at(-1);
  assert.equal(planned?.details, { meetingIds: [meetingId], seriesId: null, fictitious: false });
});

// PLA-3
test('a series is previewed, then planned at the same wall time, all in one', async () => {
  const body = { startsAt: inDays(5), rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=12' };
  const preview = (await onBoard('secretary', '/preview', body)).body as string[];
  assert.is(preview.length, 12);
  assert.equal(
    new Set(preview.map((date) => DateTime.fromISO(date, { zone }).toFormat('ccc HH:mm'))).size,
    1,
    'every date at the same hour of the same weekday, in winter as in summer',
  );
  const before = (await listed()).length;
  const meetingIds = await plan(body);
  assert.is((await listed()).length, before + 12);
  const meeting = await read(meetingIds[11] as string);
  assert.is(meeting.startsAt, preview[11]);
  assert.ok(meeting.inSeries);
  const [series] = await world.server.services.database.db.select().from(meetingSeries);
  assert.is(series?.rule, body.rule);
});

// PLA-5
test('a plan that means no date, or too many, is refused and plans nothing', async () => {
  const before = (await listed()).length;
  for (const body of [
    { startsAt: inDays(5), rule: 'FREQ=HOURLY;COUNT=3' },
    { startsAt: inDays(5), rule: 'FREQ=DAILY;COUNT=200' },
    { startsAt: inDays(5), rule: 'FREQ=WEEKLY' },
    { startsAt: inDays(5), rule: "FREQ=WEEKLY;COUNT=2'; drop table meetings" },
    { startsAt: '9999-12-31T18:00' },
    { startsAt: '2027-02-30T18:00' },
    { startsAt: 'jeudi' },
    { startsAt: inDays(5), durationMinutes: 0 },
    { startsAt: inDays(5), video: { mode: 'link', details: 'x'.repeat(5000) } },
  ])
    for (const path of ['', '/preview'])
      assert.is(refusalCode(await onBoard('secretary', path, body)), 'invalid', JSON.stringify(body));
  assert.is((await listed()).length, before);
});

// OO-35, OO-36, PLA-6
test('the room set once on the board is for the meetings planned afterwards, and no other', async () => {
  await setBoard({ video: { mode: 'link', details: 'https://visio.exemple.fr/ancienne' }, closingHours: 24 });
  const earlier = await planOne();
  await setBoard({ video: { mode: 'link', details: 'https://visio.exemple.fr/nouvelle' } });
  const later = await planOne();
  assert.is((await read(earlier)).video.details, 'https://visio.exemple.fr/ancienne');
  assert.is((await read(later)).video.details, 'https://visio.exemple.fr/nouvelle');
});

// OO-02, OO-03, OO-05, OO-31, OO-33, OO-34
test('a meeting has its own means of access, which all who may read it see', async () => {
  const video = { mode: 'audio', details: '01 23 45 67 89\ncode 42#' };
  const meetingId = await planOne({ video });
  for (const who of ['secretary', ...readers] as const) assert.equal((await read(meetingId, who)).video, video, who);
  const link = { mode: 'link', details: 'https://visio.exemple.fr/salle-12' };
  assert.is((await change('coordinator', meetingId, { revision: 1, video: link })).status, 204);
  assert.equal((await read(meetingId, 'expert')).video, link);
});

// SC-82, OO-26, PLA-10
test('a trial is planned with the board’s secretary, and takes no patient', async () => {
  const meetingId = await planOne({ fictitious: true });
  assert.ok((await read(meetingId, 'presenter')).fictitious);
  const line = (await listed()).find((meeting) => meeting.meetingId === meetingId);
  assert.ok(line?.fictitious);
  assert.not(line?.registers);
  const caseId = await world.openCase('presenter');
  assert.is(refusalCode(await on('presenter', meetingId, 'presentations', { caseId })), 'meeting_fictitious');
});

// PLA-8
test('a change needs the latest revision; what changes nothing makes none', async () => {
  const meetingId = await planOne();
  const startsAt = inDays(22, '17:30');
  assert.is((await change('secretary', meetingId, { revision: 1, startsAt })).status, 204);
  const moved = await read(meetingId);
  assert.is(moved.startsAt, new Date(instantOf(startsAt) ?? '').toISOString());
  assert.is(moved.revision, 2);
  const lead = new Date(moved.startsAt).getTime() - new Date(moved.registrationClosesAt ?? 0).getTime();
  assert.is(lead, 24 * 3_600_000, 'the closing of registrations follows');
  assert.is(refusalCode(await change('coordinator', meetingId, { revision: 1, durationMinutes: 30 })), 'stale');
  assert.is((await change('coordinator', meetingId, { revision: 2, startsAt })).status, 204);
  assert.is((await read(meetingId)).revision, 2);
  for (const startsOn of ['9999-01-01T00:00', inDays(-3)])
    assert.is(refusalCode(await change('secretary', meetingId, { revision: 2, startsAt: startsOn })), 'invalid');
  for (const who of readers)
    assert.is(refusalCode(await change(who, meetingId, { revision: 2, durationMinutes: 30 })), 'forbidden');
  for (const who of strangers)
    assert.is(refusalCode(await change(who, meetingId, { revision: 2, durationMinutes: 30 })), 'not_found');
  const events = await auditTrail(world.server);
  assert.equal(events.filter(({ kind }) => kind === 'meeting.changed').at(-1)?.details, {
    revision: 2,
    fields: ['registrationClosesAt', 'startsAt'],
  });
});

// OO-09, OO-11: whatever the tool of the call, patients come on the list here, and the meeting is managed here.
test('registrations close and open again', async () => {
  await setBoard({ capacity: 1 });
  const meetingId = await planOne();
  const line = async () => (await listed('presenter')).find((meeting) => meeting.meetingId === meetingId);
  assert.ok((await line())?.registers);
  assert.is((await change('secretary', meetingId, { revision: 1, registrationsClosed: true })).status, 204);
  assert.not((await line())?.registers);
  assert.is((await change('secretary', meetingId, { revision: 2, registrationsClosed: false })).status, 204);
  assert.ok((await line())?.registers);
  assert.is((await line())?.placesLeft, 1);
  const caseId = await world.openCase('presenter');
  assert.is((await on('presenter', meetingId, 'presentations', { caseId })).status, 200);
  assert.is((await line())?.placesLeft, 0);
  assert.not((await line())?.registers);
  await setBoard({ capacity: null });
});

// PLA-7
test('registrations that open again when the usual delay is past stay open until the meeting', async () => {
  await setBoard({ closingHours: 72 });
  const meetingId = await planOne({ startsAt: inDays(1, '23:30') });
  const before = await read(meetingId);
  assert.ok(new Date(before.registrationClosesAt ?? 0) < new Date());
  await change('secretary', meetingId, { revision: 1, registrationsClosed: false });
  const after = await read(meetingId);
  assert.is(after.registrationClosesAt, after.startsAt);
  await setBoard({ closingHours: 24 });
});

// PLA-2
test('a meeting is opened, then runs at the first move; opening it again changes nothing', async () => {
  const meetingId = await planOne();
  const caseId = await world.openCase('presenter');
  const { body } = await on('presenter', meetingId, 'presentations', { caseId });
  const { presentationId } = body as { presentationId: string };
  for (const who of readers) assert.is(refusalCode(await on(who, meetingId, 'opening')), 'forbidden');
  for (const who of strangers) assert.is(refusalCode(await on(who, meetingId, 'opening')), 'not_found');
  assert.is((await on('secretary', meetingId, 'opening')).status, 204);
  assert.is((await on('coordinator', meetingId, 'opening')).status, 204);
  assert.is((await read(meetingId)).state, 'open');
  const opened = (await auditTrail(world.server)).filter(({ kind }) => kind === 'meeting.opened');
  assert.is(opened.length, 1);
  assert.is((await on('secretary', meetingId, 'current', { presentationId, from: null })).status, 204);
  assert.is((await read(meetingId)).state, 'running');
  assert.is((await on('secretary', meetingId, 'opening')).status, 204);
  assert.is((await read(meetingId)).state, 'running');
  const { revision } = await read(meetingId);
  const moved = await change('secretary', meetingId, { revision, startsAt: inDays(40) });
  assert.is(refusalCode(moved), 'wrong_state', 'the date of a running meeting does not move');
  assert.is(refusalCode(await on('secretary', meetingId, 'cancellation', { reason: 'Panne' })), 'wrong_state');
  await on('secretary', meetingId, 'close');
  assert.is(refusalCode(await on('secretary', meetingId, 'opening')), 'wrong_state');
});

// PLA-9
test('one meeting of a series is cancelled alone, or with those that follow', async () => {
  const meetingIds = await plan({ startsAt: inDays(30), rule: 'FREQ=DAILY;COUNT=5' });
  const [, second = '', , fourth = '', fifth = ''] = meetingIds;
  const states = async () => Promise.all(meetingIds.map(async (id) => (await read(id)).state));
  for (const who of readers)
    assert.is(refusalCode(await on(who, second, 'cancellation', { reason: 'Congés' })), 'forbidden');
  assert.is(refusalCode(await on('secretary', second, 'cancellation', { reason: ' ' })), 'invalid');
  assert.is((await on('secretary', second, 'cancellation', { reason: 'Jour férié' })).status, 204);
  assert.equal(await states(), ['planned', 'cancelled', 'planned', 'planned', 'planned']);
  const following = { reason: 'Fin de la convention', following: true };
  assert.is((await on('secretary', fourth, 'cancellation', following)).status, 204);
  assert.equal(await states(), ['planned', 'cancelled', 'planned', 'cancelled', 'cancelled']);
  const cancelled = await read(fifth, 'presenter');
  assert.is(cancelled.cancellationReason, 'Fin de la convention');
  assert.is(cancelled.revision, 2);
  for (const path of ['cancellation', 'opening', 'announcement'])
    assert.is(
      refusalCode(await on('secretary', cancelled.meetingId, path, path === 'cancellation' ? following : undefined)),
      'wrong_state',
      path,
    );
  assert.is(
    refusalCode(await change('secretary', cancelled.meetingId, { revision: 2, durationMinutes: 30 })),
    'wrong_state',
  );
  const trail = (await auditTrail(world.server)).filter(({ kind }) => kind === 'meeting.cancelled').at(-1);
  assert.equal(trail?.details, { meetingIds: [fourth, fifth] });
  assert.not(JSON.stringify(trail).includes('convention'));
});

test('dates are listed coming first, to who may read the board', async () => {
  await world.server.services.database.transaction((tx) =>
    createMeeting(tx, { boardId, startsAt: new Date(Date.now() - 40 * 86_400_000), state: 'closed' }),
  );
  const lines = await listed('expert');
  const now = Date.now();
  const ends = lines.map(({ startsAt, durationMinutes }) => new Date(startsAt).getTime() + durationMinutes * 60_000);
  const coming = ends.filter((end) => end > now).length;
  assert.ok(coming > 1 && coming < lines.length);
  const starts = lines.map(({ startsAt }) => startsAt);
  assert.equal(starts.slice(0, coming), starts.slice(0, coming).toSorted());
  assert.equal(starts.slice(coming), starts.slice(coming).toSorted().toReversed());
  assert.is((await listed('outsider')).length, lines.length);
  await setBoard({ published: false });
  for (const who of strangers)
    assert.is(refusalCode(await world.ask(who, 'GET', `/api/boards/${boardId}/meetings`)), 'not_found');
  assert.is(refusalCode(await world.ask('expert', 'GET', `/api/boards/${newId()}/meetings`)), 'not_found');
  await setBoard({ published: true });
});

// SC-59, SC-90
test('a board’s next meeting and that of today, on the calendar of its own zone', async () => {
  const { database } = world.server.services;
  const [board] = await database.db
    .insert(boards)
    .values({ id: newId(), name: 'RCP des îles', kind: 'rcp_oncologie', organisation: 'CHU', createdAt: new Date() })
    .returning();
  const id = (board as { id: string }).id;
  const now = DateTime.now();
  const make = (startsAt: DateTime, more: Record<string, unknown> = {}) =>
    database.transaction((tx) => createMeeting(tx, { boardId: id, startsAt: startsAt.toJSDate(), ...more }));
  await make(now.plus({ minutes: 1 }), { fictitious: true });
  await make(now.plus({ minutes: 1 }), { state: 'cancelled' });
  await make(now.minus({ days: 30 }));
  const soon = await make(now.plus({ minutes: 5 }));
  await make(now.plus({ days: 7 }));
  const upcoming = async (timeZone: string) =>
    (await upcomingOfBoards(database.db, [{ boardId: id, timeZone }])).get(id);
  const west = await upcoming('Pacific/Pago_Pago');
  assert.is(west?.next?.meetingId, soon);
  for (const timeZone of ['Pacific/Pago_Pago', 'Pacific/Kiritimati', zone]) {
    const today = now.setZone(timeZone);
    const sameDay = today.plus({ minutes: 5 }).hasSame(today, 'day');
    assert.is((await upcoming(timeZone))?.today?.meetingId ?? null, sameDay ? soon : null, timeZone);
  }
  assert.is((await upcomingOfBoards(database.db, [])).size, 0);
  const none = await upcomingOfBoards(database.db, [{ boardId: newId(), timeZone: zone }]);
  assert.equal([...none.values()], [{ next: null, today: null }]);
});

// OO-30, OO-42, OO-43
test('the meeting is a calendar event that leads back to it', async () => {
  const meetingId = await planOne({ video: { mode: 'link', details: 'https://visio.exemple.fr/salle-12' } });
  await change('secretary', meetingId, { revision: 1, durationMinutes: 45 });
  const path = `/api/meetings/${meetingId}/calendar.ics`;
  const { cookie } = await signIn(world.server, 'expert');
  const response = await fetch(world.server.origin + path, { headers: { cookie } });
  assert.is(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/calendar/);
  assert.match(response.headers.get('content-disposition') ?? '', /reunion\.ics/);
  const content = (await response.text()).replaceAll('\r\n ', '');
  for (const line of [`UID:${meetingId}`, 'SEQUENCE:2', 'LOCATION:https://visio.exemple.fr/salle-12'])
    assert.ok(content.includes(line), line);
  assert.ok(content.includes(`${world.server.origin}/reunions/${meetingId}`));
  for (const who of strangers) assert.is(refusalCode(await world.ask(who, 'GET', path)), 'not_found');
});

// OO-24, OO-28, OO-30: from the command to the mail, with the product's own way to tell.
test('members receive the invitation by e-mail with its event', async () => {
  const meetingId = await planOne({ video: { mode: 'audio', details: '01 23 45 67 89' } });
  const mails = await world.get<OutboxMail[]>('secretary', 'GET', '/api/demo/mails');
  const invitations = mails.filter(({ calendar }) => calendar?.includes(`UID:${meetingId}`));
  assert.is(invitations.length, 4);
  assert.not(invitations.some(({ recipient }) => recipient.includes('lambert')));
  for (const { calendar, text } of invitations) {
    assert.ok(calendar?.includes('METHOD:REQUEST'));
    assert.ok(text.includes(`/reunions/${meetingId}`));
  }
});

// SC-32, OO-24
test('a guest is invited to one meeting, where the board admits guests', async () => {
  await setBoard({ admitsGuests: false });
  const meetingId = await planOne();
  const invite = (who: Who) => on(who, meetingId, 'invitations', { email: 'Invite@Exemple.invalid' });
  assert.is(refusalCode(await invite('secretary')), 'wrong_state');
  await setBoard({ admitsGuests: true });
  for (const who of readers) assert.is(refusalCode(await invite(who)), 'forbidden');
  for (const who of strangers) assert.is(refusalCode(await invite(who)), 'not_found');
  assert.is(refusalCode(await on('secretary', meetingId, 'invitations', { email: 'x' })), 'invalid');
  assert.is((await invite('secretary')).status, 204);
  const mails = await world.get<OutboxMail[]>('secretary', 'GET', '/api/demo/mails');
  assert.ok(mails.some(({ recipient }) => recipient === 'invite@exemple.invalid'));
  await on('secretary', meetingId, 'cancellation', { reason: 'Congés' });
  assert.is(refusalCode(await invite('secretary')), 'wrong_state');
});

test('a meeting that is over is neither cancelled nor changed', async () => {
  const { meetingId, revision } = await world.meeting('closed');
  assert.is(refusalCode(await change('secretary', meetingId, { revision, durationMinutes: 30 })), 'wrong_state');
  assert.is(refusalCode(await on('secretary', meetingId, 'cancellation', { reason: 'Trop tard' })), 'wrong_state');
  const { db } = world.server.services.database;
  const [row] = await db.select().from(meetings).where(eq(meetings.id, meetingId));
  assert.is(row?.state, 'closed');
});

test.run();
