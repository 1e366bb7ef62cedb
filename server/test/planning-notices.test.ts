import { DateTime } from 'luxon';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { meetingPlan } from '@concertation/shared/contracts';
import type { Principal } from '../src/access/index.ts';
import { grant } from '../src/access/index.ts';
import type { AppError } from '../src/lib/index.ts';
import { addPresentation, announceMeeting, cancelMeeting, planMeetings, updateMeeting } from '../src/meetings/index.ts';
import type { Notice } from '../src/notifications/index.ts';
import { DemonstrationWorld } from './support/demonstration-world.ts';

let world: DemonstrationWorld;
let boardId: string;
let secretary: Principal;
let told: Notice[] = [];

const members = ['coordinator', 'secretary', 'presenter', 'second_presenter', 'expert'] as const;
const accounts = (...who: Parameters<DemonstrationWorld['accountId']>[0][]) =>
  who.map((one) => world.accountId(one)).toSorted();
const inDays = (days: number) => `${DateTime.now().setZone('Europe/Paris').plus({ days }).toISODate() ?? ''}T18:00`;

/** The services of the product, but what is told is kept here. */
const needs = () => ({
  ...world.server.services,
  tell: async (_tx: unknown, notice: Notice) => {
    told.push(notice);
  },
});
const events = ({ calendar }: Notice) => (calendar?.content.match(/BEGIN:VEVENT/g) ?? []).length;
const only = (): Notice => {
  assert.is(told.length, 1);
  return told[0] as Notice;
};

async function plan(body: Record<string, unknown> = {}): Promise<string[]> {
  const wanted = meetingPlan.parse({ startsAt: inDays(10), ...body });
  const { meetingIds } = await planMeetings(needs(), secretary, boardId, wanted);
  return meetingIds;
}

async function planOne(body: Record<string, unknown> = {}): Promise<string> {
  const [meetingId, ...more] = await plan(body);
  assert.equal(more, []);
  return meetingId as string;
}

test.before(async () => {
  world = await DemonstrationWorld.open();
  boardId = (await world.meeting('running')).board.boardId;
  secretary = {
    accountId: world.accountId('secretary'),
    sessionId: boardId,
    name: 'Secrétaire',
    specialty: '',
    guestOf: null,
  };
});
test.before.each(() => {
  told = [];
});
test.after(() => world?.stop());

// OO-24, OO-28, OO-30, OO-32
test('every member but who plans is invited, with the event to keep', async () => {
  const meetingId = await planOne({ video: { mode: 'audio', details: '01 23 45 67 89' } });
  const notice = only();
  assert.is(notice.kind, 'meeting_planned');
  assert.equal(notice.to.toSorted(), accounts('coordinator', 'presenter', 'second_presenter', 'expert'));
  assert.is(notice.about.meetingId, meetingId);
  assert.is(notice.about.boardId, boardId);
  assert.is(notice.calendar?.method, 'REQUEST');
  assert.match(notice.calendar?.content ?? '', /01 23 45 67 89/);
});

test('a series is one notice with every date', async () => {
  await plan({ rule: 'FREQ=WEEKLY;COUNT=10' });
  const notice = only();
  assert.is(notice.about.count, 10);
  assert.is(events(notice), 10);
  assert.is(notice.calendar?.method, 'PUBLISH');
});

test('a change that diaries show is told with the next sequence; another is not told', async () => {
  const meetingId = await planOne();
  told = [];
  await updateMeeting(needs(), secretary, meetingId, { revision: 1, durationMinutes: 75 });
  const notice = only();
  assert.is(notice.kind, 'meeting_changed');
  assert.match(notice.calendar?.content ?? '', /SEQUENCE:2/);
  told = [];
  await updateMeeting(needs(), secretary, meetingId, { revision: 2, registrationsClosed: true });
  await updateMeeting(needs(), secretary, meetingId, { revision: 3, durationMinutes: 75 });
  assert.is(told.length, 0);
});

test('guests, and whoever presents without being a member, are told too; never why, nor whom it is about', async () => {
  const meetingId = await planOne();
  const caseId = await world.openCase('outsider');
  await world.server.services.database.transaction(async (tx) => {
    const presenterId = world.accountId('outsider');
    await addPresentation(tx, { ...secretary, accountId: presenterId }, { meetingId, caseId, presenterId });
    const grantee = { kind: 'account', id: world.accountId('referent') } as const;
    await grant(tx, { subject: { kind: 'meeting', id: meetingId }, grantee, role: 'guest', grantedBy: null });
  });
  told = [];
  await cancelMeeting(needs(), secretary, meetingId, { reason: 'Décès de M. ESSAI', following: false });
  const notice = only();
  assert.is(notice.kind, 'meeting_cancelled');
  assert.is(notice.calendar?.method, 'CANCEL');
  assert.match(notice.calendar?.content ?? '', /STATUS:CANCELLED/);
  assert.equal(
    notice.to.toSorted(),
    accounts('coordinator', 'presenter', 'second_presenter', 'expert', 'outsider', 'referent'),
  );
  assert.not(/essai|décès/i.test(JSON.stringify(notice)));
});

test('those that follow are struck out in one notice', async () => {
  const meetingIds = await plan({ rule: 'FREQ=DAILY;COUNT=4' });
  told = [];
  await cancelMeeting(needs(), secretary, meetingIds[1] as string, { reason: 'Travaux', following: true });
  assert.is(events(only()), 3);
});

test('the invitation is sent again to everybody, who asks included', async () => {
  const meetingId = await planOne();
  told = [];
  assert.equal(await announceMeeting(needs(), secretary, meetingId), { recipients: members.length });
  assert.equal(only().to.toSorted(), accounts(...members));
});

test('what is refused tells nobody', async () => {
  const meetingId = await planOne();
  told = [];
  const refusals = await Promise.allSettled([
    updateMeeting(needs(), secretary, meetingId, { revision: 9, durationMinutes: 75 }),
    plan({ rule: 'FREQ=HOURLY;COUNT=2' }),
  ]);
  assert.equal(
    refusals.map((one) => one.status === 'rejected' && (one.reason as AppError).code),
    ['stale', 'invalid'],
  );
  assert.is(told.length, 0);
});

test.run();
