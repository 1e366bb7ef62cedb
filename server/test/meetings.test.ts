import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, meetings } from '@concertation/schema';
import type { MeetingCard, MeetingDetail } from '@concertation/shared/contracts';
import { newId } from '../src/lib/index.ts';
import { createMeeting } from '../src/meetings/index.ts';
import { refusalCode } from './support/ask.ts';
import { DemonstrationWorld, type Who } from './support/demonstration-world.ts';
import { listenTo } from './support/listen-to.ts';

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const board = ['coordinator', 'secretary', 'presenter', 'second_presenter', 'expert'] as const;
const readers = ['presenter', 'second_presenter', 'expert'] as const;
const strangers = ['referent', 'outsider'] as const;

const read = (meetingId: string) => world.get<MeetingDetail>('secretary', 'GET', `/api/meetings/${meetingId}`);
const act = (who: Who, meetingId: string, path: string, body?: unknown) =>
  world.ask(who, 'POST', `/api/meetings/${meetingId}/${path}`, body);

/** A new meeting of the demonstration's board, with so many cases presented in turn. */
async function newMeeting(cases = 0): Promise<{ meetingId: string; presentationIds: string[] }> {
  const { boardId } = (await world.meeting('running')).board;
  const meetingId = await world.server.services.database.transaction((tx) =>
    createMeeting(tx, { boardId, startsAt: new Date() }),
  );
  const presentationIds: string[] = [];
  for (let index = 0; index < cases; index += 1) {
    const who = index % 2 ? 'second_presenter' : 'presenter';
    const caseId = await world.openCase(who);
    const { presentationId } = (await act(who, meetingId, 'presentations', { caseId })).body as {
      presentationId: string;
    };
    presentationIds.push(presentationId);
  }
  return { meetingId, presentationIds };
}

test('a board’s members see its meetings, nobody else does', async () => {
  const { meetingId } = await newMeeting();
  for (const who of board)
    assert.ok(
      (await world.get<MeetingCard[]>(who, 'GET', '/api/meetings')).some((card) => card.meetingId === meetingId),
      who,
    );
  for (const who of strangers) assert.equal(await world.get(who, 'GET', '/api/meetings'), []);
  assert.is((await world.ask('nobody', 'GET', '/api/meetings')).status, 401);
});

test('the list shows how many cases, and the latest meeting first', async () => {
  const { meetingId } = await newMeeting(2);
  const cards = await world.get<MeetingCard[]>('expert', 'GET', '/api/meetings');
  assert.is(cards.find((card) => card.meetingId === meetingId)?.presentationCount, 2);
  const days = cards.map(({ startsAt }) => startsAt);
  assert.equal(days, days.toSorted().toReversed());
});

test('a meeting shows its list in order, its members, and what each may do', async () => {
  const { meetingId, presentationIds } = await newMeeting(2);
  const detail = await read(meetingId);
  assert.equal(
    detail.presentations.map(({ presentationId }) => presentationId),
    presentationIds,
  );
  assert.equal(
    detail.presentations.map(({ presenter }) => presenter.name),
    ['Dr Camille Durand', 'Dr Mehdi Haddad'],
  );
  assert.equal(
    detail.presentations.map(({ reportState }) => reportState),
    ['draft', 'draft'],
  );
  assert.equal(detail.members.map(({ role }) => role).sort(), [
    'coordinator',
    'member',
    'member',
    'member',
    'secretary',
  ]);
  assert.ok(detail.abilities.includes('meeting.run'));
  const asReader = await world.get<MeetingDetail>('expert', 'GET', `/api/meetings/${meetingId}`);
  assert.not(asReader.abilities.includes('meeting.run'));
});

// ACC-3, and the refusals of each role on each command.
test('only secretary and coordinator run a meeting; to strangers it does not exist', async () => {
  const { meetingId, presentationIds } = await newMeeting(1);
  const { attendanceId } = (
    await act('secretary', meetingId, 'attendance', { name: 'M. Jean Petit', specialty: 'Interne' })
  ).body as { attendanceId: string };
  const commands: [string, string, unknown?][] = [
    ['POST', 'order', { presentationIds }],
    ['POST', 'current', { presentationId: presentationIds[0], from: null }],
    ['POST', 'attendance', { name: 'Dr Autre', specialty: 'Radiologie' }],
    ['DELETE', `attendance/${attendanceId}`],
    ['POST', 'close'],
  ];
  for (const [method, path, body] of commands) {
    for (const who of readers)
      assert.is(
        refusalCode(await world.ask(who, method, `/api/meetings/${meetingId}/${path}`, body)),
        'forbidden',
        `${who} ${path}`,
      );
    for (const id of [meetingId, newId(), 'x'])
      for (const who of strangers)
        assert.is(
          refusalCode(await world.ask(who, method, `/api/meetings/${id}/${path}`, body)),
          'not_found',
          `${who} ${path}`,
        );
    assert.is(refusalCode(await world.ask('nobody', method, `/api/meetings/${meetingId}/${path}`, body)), 'signed_out');
  }
  const { state, attendance } = await read(meetingId);
  assert.is(state, 'planned');
  assert.is(attendance.length, 1);
  for (const [method, path, body] of commands)
    assert.is(
      (await world.ask('secretary', method, `/api/meetings/${meetingId}/${path}`, body)).status < 300,
      true,
      path,
    );
});

test('who may share a case presents it, once; a board member who only reads it does not', async () => {
  const { meetingId } = await newMeeting();
  const caseId = await world.openCase('presenter');
  assert.is(
    refusalCode(await act('second_presenter', meetingId, 'presentations', { caseId })),
    'not_found',
    'not even readable',
  );
  assert.is((await act('presenter', meetingId, 'presentations', { caseId })).status, 200);
  assert.is(refusalCode(await act('presenter', meetingId, 'presentations', { caseId })), 'already_presented');
  assert.is(
    refusalCode(await act('coordinator', meetingId, 'presentations', { caseId })),
    'forbidden',
    'readable now, not theirs to present',
  );
  assert.is(refusalCode(await act('presenter', meetingId, 'presentations', { caseId: newId() })), 'not_found');
  const owned = await world.openCase('outsider');
  assert.is(
    refusalCode(await act('outsider', meetingId, 'presentations', { caseId: owned })),
    'not_found',
    'not a member of the board',
  );
  assert.is((await read(meetingId)).presentations.length, 1);
});

test('the same case presented twice at once is on the list once', async () => {
  const { meetingId } = await newMeeting();
  const caseId = await world.openCase('presenter');
  const answers = await Promise.all([1, 2, 3].map(() => act('presenter', meetingId, 'presentations', { caseId })));
  assert.equal(
    answers.map(({ status }) => status).sort((a, b) => a - b),
    [200, 409, 409],
  );
  const { presentations } = await read(meetingId);
  assert.equal(
    presentations.map(({ position }) => position),
    [1],
  );
});

test('cases presented at once each have their own place', async () => {
  const { meetingId } = await newMeeting();
  const caseIds = await Promise.all([1, 2, 3, 4].map(() => world.openCase('presenter')));
  await Promise.all(caseIds.map((caseId) => act('presenter', meetingId, 'presentations', { caseId })));
  assert.equal(
    (await read(meetingId)).presentations.map(({ position }) => position),
    [1, 2, 3, 4],
  );
});

test('the order is set for exactly the cases of the list', async () => {
  const {
    meetingId,
    presentationIds: [a, b, c],
  } = await newMeeting(3);
  const { heard } = await listenTo(world.server.services.database, 'facts_changed');
  assert.is((await act('secretary', meetingId, 'order', { presentationIds: [c, a, b] })).status, 204);
  await heard(`meeting:${meetingId}`);
  for (const wrong of [[a, b], [a, b, c, newId()], [a, a, b], [a, b, newId()], []])
    assert.is(refusalCode(await act('secretary', meetingId, 'order', { presentationIds: wrong })), 'stale');
  assert.equal(
    (await read(meetingId)).presentations.map(({ presentationId }) => presentationId),
    [c, a, b],
  );
});

test('an order that was made before a case arrived is stale', async () => {
  const {
    meetingId,
    presentationIds: [a, b],
  } = await newMeeting(2);
  const caseId = await world.openCase('presenter');
  const [, ordered] = await Promise.all([
    act('presenter', meetingId, 'presentations', { caseId }),
    act('secretary', meetingId, 'order', { presentationIds: [b, a] }),
  ]);
  assert.ok(ordered.status === 204 || refusalCode(ordered) === 'stale');
  assert.is(refusalCode(await act('coordinator', meetingId, 'order', { presentationIds: [a, b] })), 'stale');
  const { presentations } = await read(meetingId);
  assert.equal(
    presentations.map(({ position }) => position),
    [1, 2, 3],
  );
});

test('two secretaries who move at once move once', async () => {
  const {
    meetingId,
    presentationIds: [a, b],
  } = await newMeeting(2);
  assert.is((await act('secretary', meetingId, 'current', { presentationId: a, from: null })).status, 204);
  const answers = await Promise.all(
    (['secretary', 'coordinator'] as const).map((who) =>
      act(who, meetingId, 'current', { presentationId: b, from: a }),
    ),
  );
  assert.equal(
    answers.map(({ status }) => status).sort((a, b) => a - b),
    [204, 409],
  );
  assert.ok(answers.some((answer) => refusalCode(answer) === 'stale'));
  assert.is((await read(meetingId)).currentPresentationId, b);
  const moved = and(eq(auditEvents.kind, 'meeting.moved'), eq(auditEvents.subject, `meeting:${meetingId}`));
  assert.is(await world.server.services.database.db.$count(auditEvents, moved), 2);
});

test('the first move starts the meeting and tells the screens', async () => {
  const {
    meetingId,
    presentationIds: [a],
  } = await newMeeting(1);
  assert.is((await read(meetingId)).state, 'planned');
  const { heard } = await listenTo(world.server.services.database, 'facts_changed');
  await act('secretary', meetingId, 'current', { presentationId: a, from: null });
  await heard(`meeting:${meetingId}`);
  assert.is((await read(meetingId)).state, 'running');
});

test('a meeting moves only to a case of its own list', async () => {
  const { meetingId } = await newMeeting(1);
  const {
    presentationIds: [foreign],
  } = await newMeeting(1);
  for (const presentationId of [foreign, newId()])
    assert.is(refusalCode(await act('secretary', meetingId, 'current', { presentationId, from: null })), 'not_found');
  assert.is((await read(meetingId)).state, 'planned');
});

test('a closed meeting changes no more, and closing it again changes nothing', async () => {
  const {
    meetingId,
    presentationIds: [a],
  } = await newMeeting(1);
  await act('secretary', meetingId, 'current', { presentationId: a, from: null });
  const closings = await Promise.all(
    (['secretary', 'coordinator'] as const).map((who) => act(who, meetingId, 'close')),
  );
  assert.equal(
    closings.map(({ status }) => status),
    [204, 204],
  );
  const detail = await read(meetingId);
  assert.is(detail.state, 'closed');
  assert.is(detail.currentPresentationId, null);
  const closed = and(eq(auditEvents.kind, 'meeting.closed'), eq(auditEvents.subject, `meeting:${meetingId}`));
  assert.is(await world.server.services.database.db.$count(auditEvents, closed), 1);
  assert.is(
    refusalCode(await act('secretary', meetingId, 'current', { presentationId: a, from: null })),
    'wrong_state',
  );
  assert.is(refusalCode(await act('secretary', meetingId, 'order', { presentationIds: [a] })), 'wrong_state');
  const caseId = await world.openCase('presenter');
  assert.is(refusalCode(await act('presenter', meetingId, 'presentations', { caseId })), 'wrong_state');
});

test('a cancelled meeting takes nothing', async () => {
  const { meetingId, presentationIds } = await newMeeting(1);
  await world.server.services.database.db
    .update(meetings)
    .set({ state: 'cancelled' })
    .where(eq(meetings.id, meetingId));
  assert.is(refusalCode(await act('secretary', meetingId, 'close')), 'wrong_state');
  assert.is(refusalCode(await act('secretary', meetingId, 'order', { presentationIds })), 'wrong_state');
  assert.is(
    refusalCode(await act('secretary', meetingId, 'attendance', { name: 'Dr X', specialty: 'Y' })),
    'wrong_state',
  );
});

test.run();
