import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, meetings, notifications, presentationMoves, presentations } from '@concertation/schema';
import { newId } from '../src/lib/index.ts';
import { refusalCode } from './support/ask.ts';
import { listenTo } from './support/listen-to.ts';
import { type Listed, ListWorld } from './support/list-world.ts';
import type { DemonstrationKey } from './support/sign-in.ts';

let lists: ListWorld;
test.before(async () => {
  lists = await ListWorld.open();
});
test.after(() => lists?.stop());

const reason = 'Le chirurgien n’est pas disponible';
const postpone = (who: DemonstrationKey, { caseId, presentationId }: Listed, meetingId: string, why = reason) =>
  lists.world.ask(who, 'POST', `/api/cases/${caseId}/presentations/${presentationId}/postponement`, {
    meetingId,
    reason: why,
  });
const move = async (listed: Listed, state: string) => {
  const { reportId } = await lists.line(listed);
  return lists.world.ask('secretary', 'POST', `/api/reports/${reportId}/state`, { state });
};
const idsOf = async (meetingId: string) =>
  (await lists.read(meetingId)).presentations.map(({ presentationId }) => presentationId);

// SC-85, SC-63
test('a presenter who cannot come moves the case to the end of a later meeting, with the reason', async () => {
  const { db } = lists.services.database;
  const [from, to] = [await lists.meeting(1), await lists.meeting(8)];
  const there = await lists.list(to, 'second_presenter');
  const listed = await lists.list(from);
  await lists.world.get('secretary', 'POST', `/api/meetings/${from}/current`, {
    presentationId: listed.presentationId,
    from: null,
  });
  const { heard } = await listenTo(lists.services.database, 'facts_changed');
  assert.is((await postpone('presenter', listed, to)).status, 204);
  for (const meetingId of [from, to]) await heard(`meeting:${meetingId}`);
  await heard(`case:${listed.caseId}`);

  assert.equal(await idsOf(to), [there.presentationId, listed.presentationId]);
  const left = await lists.read(from);
  assert.equal([left.presentations.length, left.currentPresentationId], [0, null]);
  const line = await lists.line({ ...listed, meetingId: to });
  assert.equal([line.discussedSince, line.discussedSeconds, line.reportState], [null, 0, 'draft']);

  const moves = eq(presentationMoves.presentationId, listed.presentationId);
  const [moved] = await db.select().from(presentationMoves).where(moves);
  assert.equal(
    [moved?.fromMeetingId, moved?.toMeetingId, moved?.reason, moved?.movedBy],
    [from, to, reason, lists.world.accountId('presenter')],
  );
  const [row] = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.kind, 'presentation.postponed'), eq(auditEvents.subject, `case:${listed.caseId}`)));
  assert.equal(row?.details, { presentationId: listed.presentationId, from, to });
  assert.ok(row?.patientId);
});

// SC-85
test('the board’s administrators are told, and the presenter unless the act is theirs', async () => {
  const { db } = lists.services.database;
  const told = async (who: DemonstrationKey, caseId: string) =>
    (
      await db
        .select()
        .from(notifications)
        .where(
          and(
            eq(notifications.accountId, lists.world.accountId(who)),
            eq(notifications.kind, 'presentation_postponed'),
          ),
        )
    ).filter(({ about }) => (about as { caseId: string }).caseId === caseId).length;
  const [from, to] = [await lists.meeting(1), await lists.meeting(8)];
  const mine = await lists.list(from);
  await postpone('presenter', mine, to);
  assert.equal(
    await Promise.all(
      (['presenter', 'secretary', 'coordinator', 'expert'] as const).map((who) => told(who, mine.caseId)),
    ),
    [0, 1, 1, 0],
  );
  const theirs = await lists.list(from);
  await postpone('secretary', theirs, to);
  assert.equal(
    await Promise.all((['presenter', 'secretary', 'coordinator'] as const).map((who) => told(who, theirs.caseId))),
    [1, 0, 1],
  );
});

test('who presents, who shares the case and who runs the meeting may; others may not', async () => {
  const [from, to] = [await lists.meeting(1), await lists.meeting(8)];
  const listed = await lists.list(from, 'presenter', { referentId: lists.world.accountId('referent') });
  for (const who of ['expert', 'second_presenter'] as const)
    assert.is(refusalCode(await postpone(who, listed, to)), 'forbidden');
  assert.is(refusalCode(await postpone('outsider', listed, to)), 'not_found');
  assert.is((await postpone('referent', listed, to)).status, 204);
  assert.is((await postpone('coordinator', listed, await lists.meeting(15))).status, 204);
});

test('only a later, planned meeting of the same board takes it', async () => {
  const from = await lists.meeting(8);
  const listed = await lists.list(from);
  assert.is(refusalCode(await postpone('presenter', listed, from)), 'wrong_state', 'the same');
  assert.is(refusalCode(await postpone('presenter', listed, await lists.meeting(2))), 'wrong_state', 'earlier');
  for (const state of ['open', 'running', 'closed', 'cancelled'] as const)
    assert.is(refusalCode(await postpone('presenter', listed, await lists.meeting(15, state))), 'wrong_state', state);
  assert.is(refusalCode(await postpone('presenter', listed, newId())), 'not_found');
  for (const wrong of ['', '  ', 'x'.repeat(501)])
    assert.is(refusalCode(await postpone('presenter', listed, await lists.meeting(15), wrong)), 'invalid');
  assert.equal(await idsOf(from), [listed.presentationId]);
});

test('a full, closed or trial meeting is refused to presenters; who runs it adds one more', async () => {
  const { db } = lists.services.database;
  const listed = await lists.list(await lists.meeting(1));
  const later = async (set: Partial<typeof meetings.$inferInsert>) => {
    const meetingId = await lists.meeting(8);
    await db.update(meetings).set(set).where(eq(meetings.id, meetingId));
    return meetingId;
  };
  const full = await later({ capacity: 0 });
  assert.is(refusalCode(await postpone('presenter', listed, full)), 'meeting_full');
  const closed = await later({ registrationClosesAt: new Date(0) });
  assert.is(refusalCode(await postpone('presenter', listed, closed)), 'registration_closed');
  const trial = await later({ fictitious: true });
  assert.is(refusalCode(await postpone('secretary', listed, trial)), 'meeting_fictitious');
  assert.is((await postpone('secretary', listed, closed)).status, 204);
  assert.is((await lists.line({ ...listed, meetingId: closed })).late, true);
});

test('once its report is validated, or another list has it, a case stays where it is', async () => {
  const [from, to] = [await lists.meeting(1), await lists.meeting(8)];
  const validated = await lists.list(from);
  assert.is((await move(validated, 'validated')).status, 204);
  assert.is(refusalCode(await postpone('presenter', validated, to)), 'wrong_state');
  await move(validated, 'discussion');
  assert.is((await postpone('presenter', validated, to)).status, 204);

  const twice = await lists.list(from);
  await lists.world.get('presenter', 'POST', `/api/meetings/${to}/presentations`, { caseId: twice.caseId });
  assert.is(refusalCode(await postpone('presenter', twice, to)), 'already_presented');
});

test('postponed twice at once it goes to one date', async () => {
  const [from, one, other] = [await lists.meeting(1), await lists.meeting(8), await lists.meeting(9)];
  const listed = await lists.list(from);
  const answers = await Promise.all([postpone('presenter', listed, one), postpone('secretary', listed, other)]);
  assert.equal(
    answers.map(({ status }) => status).sort((a, b) => a - b),
    [204, 409],
  );
  assert.is((await idsOf(one)).length + (await idsOf(other)).length, 1);
});

test('a validation and a postponement at once do not both pass', async () => {
  const [from, to] = [await lists.meeting(1), await lists.meeting(8)];
  for (let round = 0; round < 5; round += 1) {
    const listed = await lists.list(from);
    const [validated, postponed] = await Promise.all([move(listed, 'validated'), postpone('presenter', listed, to)]);
    assert.is(validated.status, 204);
    assert.ok(postponed.status === 204 || refusalCode(postponed) === 'wrong_state', String(postponed.status));
    const [row] = await lists.services.database.db
      .select()
      .from(presentations)
      .where(eq(presentations.id, listed.presentationId));
    assert.is(row?.meetingId, postponed.status === 204 ? to : from);
  }
});

test.run();
