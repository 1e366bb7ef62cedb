import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, boards, documentOutlines, notifications, presentations } from '@concertation/schema';
import { documentName, type Guideline } from '@concertation/shared/domain';
import { grant } from '../src/access/index.ts';
import { readOutlines } from '../src/documents/index.ts';
import { newId } from '../src/lib/index.ts';
import { refusalCode } from './support/ask.ts';
import { listenTo } from './support/listen-to.ts';
import { type Listed, ListWorld } from './support/list-world.ts';
import type { DemonstrationKey } from './support/sign-in.ts';
import { SyncClient } from './support/sync-client.ts';
import { waitFor } from './support/wait-for.ts';

let lists: ListWorld;
test.before(async () => {
  lists = await ListWorld.open();
});
test.after(() => lists?.stop());

const change = (who: DemonstrationKey, { meetingId, presentationId }: Listed, body: unknown) =>
  lists.world.ask(who, 'PATCH', `/api/meetings/${meetingId}/presentations/${presentationId}`, body);
const remind = (who: DemonstrationKey, { meetingId, presentationId }: Listed) =>
  lists.world.ask(who, 'POST', `/api/meetings/${meetingId}/presentations/${presentationId}/reminder`);
const guideline: Guideline = { name: 'TNCD', version: '2025-2', date: '2025-06-01' };
const kinds = (missing: { kind: string }[]) => missing.map(({ kind }) => kind);

// SC-87, SC-66, OO-10
test('a line says what a case lacks, and nothing once it is ready', async () => {
  const listed = await lists.list(await lists.meeting());
  assert.equal((await lists.line(listed)).missing, [
    { kind: 'section', section: 'diagnosis' },
    { kind: 'section', section: 'history' },
    { kind: 'section', section: 'question' },
    { kind: 'consent' },
  ]);
  await lists.write(listed.caseId, { diagnosis: 'Adénocarcinome', history: '   ' });
  assert.equal((await lists.line(listed)).missing, [
    { kind: 'section', section: 'history' },
    { kind: 'section', section: 'question' },
    { kind: 'consent' },
  ]);
  await lists.complete(listed.caseId);
  assert.equal((await lists.line(listed)).missing, []);
});

test('words typed on a live sheet are outlined a moment later, and the screens that list the case are told', async () => {
  const listed = await lists.list(await lists.meeting());
  const { heard } = await listenTo(lists.services.database, 'facts_changed');
  const { cookie } = await lists.signIn('presenter');
  const client = await new SyncClient(lists.world.server, cookie, `case:${listed.caseId}`).synced();
  client.type('Douleurs');
  await client.saved();
  const outline = async () =>
    (
      await lists.services.database.db
        .select()
        .from(documentOutlines)
        .where(eq(documentOutlines.document, `case:${listed.caseId}`))
    )[0];
  await waitFor(async () => (await outline())?.filled.includes('summary') === true, 'the outline');
  await heard(`case:${listed.caseId}`);
  await heard(`meeting:${listed.meetingId}`);
  client.close();
});

test('an outline that is behind is made again when it is read, all together', async () => {
  const { db } = lists.services.database;
  const meetingId = await lists.meeting();
  const [first, second] = [await lists.list(meetingId), await lists.list(meetingId, 'second_presenter')];
  const names = [first, second].map(({ caseId }) => documentName('case', caseId));
  assert.equal(
    [...(await readOutlines(db, names)).values()].map((filled) => [...filled]),
    [[], []],
  );
  await lists.write(first.caseId, { question: 'Chirurgie ?' }, { stage: 'III', reason: ' ' });
  // As after a crash: the words are durable, the outline is that of before.
  await db.update(documentOutlines).set({ filled: [], updatedAt: new Date(0) });
  const outlines = await readOutlines(db, [...names, documentName('case', newId())]);
  assert.equal([...(outlines.get(names[0] as never) ?? [])].sort(), ['question', 'stage']);
  assert.equal(outlines.get(names[1] as never), new Set());
  assert.is(outlines.size, 3, 'what does not exist holds nothing');
});

// SC-84
test('a line names who is in charge of the patient: owner, referents, presenter', async () => {
  const referentId = lists.world.accountId('referent');
  const listed = await lists.list(await lists.meeting(), 'presenter', { referentId });
  const { treatingIds } = await lists.line(listed);
  assert.equal(treatingIds.toSorted(), [lists.world.accountId('presenter'), referentId].toSorted());
});

// domain.md 1.1
test('minutes, urgency and track are changed by who runs the meeting, and by nobody else', async () => {
  const listed = await lists.list(await lists.meeting());
  for (const who of ['presenter', 'expert'] as const)
    assert.is(refusalCode(await change(who, listed, { urgent: true })), 'forbidden');
  assert.is(refusalCode(await change('outsider', listed, { urgent: true })), 'not_found');
  const minutes = await lists.line(listed).then((line) => line.minutes);
  assert.is(minutes, 6, 'the board’s');
  assert.is((await change('secretary', listed, { minutes: 12, urgent: true })).status, 204);
  const line = await lists.line(listed);
  assert.equal([line.minutes, line.urgent, line.track], [12, true, 'discussion']);
  for (const wrong of [
    { minutes: 0 },
    { minutes: 500 },
    { track: 'other' },
    { guideline: { ...guideline, date: 'x' } },
  ])
    assert.is(refusalCode(await change('secretary', listed, wrong)), 'invalid');
});

// domain.md 1.1
test('an « enregistrement » wants its référentiel, whose name, version and date are kept', async () => {
  const listed = await lists.list(await lists.meeting());
  assert.is(refusalCode(await change('secretary', listed, { track: 'registration' })), 'guideline_missing');
  for (const part of ['name', 'version', 'date'] as const)
    assert.is(
      refusalCode(
        await change('secretary', listed, { track: 'registration', guideline: { ...guideline, [part]: '' } }),
      ),
      'invalid',
    );
  assert.is((await change('secretary', listed, { track: 'registration', guideline })).status, 204);
  assert.is(refusalCode(await change('secretary', listed, { guideline: null })), 'guideline_missing');
  assert.is((await change('secretary', listed, { track: 'discussion' })).status, 204);
  const line = await lists.line(listed);
  assert.equal([line.track, line.guideline], ['discussion', guideline]);
  assert.is((await change('secretary', listed, { track: 'registration' })).status, 204, 'the one that was kept');
});

test('a case of another list, and a meeting that is over, are refused', async () => {
  const listed = await lists.list(await lists.meeting());
  const other = await lists.meeting();
  assert.is(refusalCode(await change('secretary', { ...listed, meetingId: other }, { minutes: 5 })), 'not_found');
  await lists.world.get('secretary', 'POST', `/api/meetings/${listed.meetingId}/close`);
  assert.is(refusalCode(await change('secretary', listed, { minutes: 5 })), 'wrong_state');
  assert.is(refusalCode(await remind('secretary', listed)), 'wrong_state');
});

// SC-87
test('a presenter is reminded once an hour of a case that is not ready', async () => {
  const { db } = lists.services.database;
  const listed = await lists.list(await lists.meeting());
  const told = () =>
    db.$count(
      notifications,
      and(eq(notifications.accountId, lists.world.accountId('presenter')), eq(notifications.kind, 'case_reminder')),
    );
  const before = await told();
  assert.is(refusalCode(await remind('presenter', listed)), 'forbidden');
  const answers = await Promise.all((['secretary', 'coordinator'] as const).map((who) => remind(who, listed)));
  assert.equal(
    answers.map(({ status }) => status).sort((a, b) => a - b),
    [204, 429],
  );
  assert.is(await told(), before + 1);
  const subject = eq(auditEvents.subject, `presentation:${listed.presentationId}`);
  const [row] = await db.select().from(auditEvents).where(subject);
  assert.equal(row?.details, { meetingId: listed.meetingId, missing: 4 });

  const ready = await lists.list(await lists.meeting());
  await lists.complete(ready.caseId);
  assert.is(refusalCode(await remind('secretary', ready)), 'wrong_state');
});

test('of two secretaries who order at once only one does', async () => {
  const meetingId = await lists.meeting();
  const ids: string[] = [];
  for (let index = 0; index < 3; index += 1) ids.push((await lists.list(meetingId)).presentationId);
  const [a, b, c] = ids;
  const order = (who: DemonstrationKey, presentationIds: unknown[]) =>
    lists.world.ask(who, 'POST', `/api/meetings/${meetingId}/order`, { presentationIds, from: ids });
  const answers = await Promise.all([order('secretary', [b, a, c]), order('coordinator', [c, b, a])]);
  assert.equal(
    answers.map(({ status }) => status).sort((x, y) => x - y),
    [204, 409],
  );
  assert.ok(answers.some((answer) => refusalCode(answer) === 'stale'));
  const ordered = and(eq(auditEvents.kind, 'meeting.ordered'), eq(auditEvents.subject, `meeting:${meetingId}`));
  assert.is(await lists.services.database.db.$count(auditEvents, ordered), 1);
});

test('the clock of a case runs while it is discussed, and goes on when the meeting comes back to it', async () => {
  const { db } = lists.services.database;
  const meetingId = await lists.meeting();
  const [one, other] = [await lists.list(meetingId), await lists.list(meetingId)];
  const move = (presentationId: string | null, from: string | null) =>
    lists.world.get('secretary', 'POST', `/api/meetings/${meetingId}/current`, { presentationId, from });
  const earlier = (seconds: number) =>
    db
      .update(presentations)
      .set({ discussedSince: new Date(Date.now() - seconds * 1000) })
      .where(eq(presentations.id, one.presentationId));
  await move(one.presentationId, null);
  assert.ok((await lists.line(one)).discussedSince);
  await earlier(90);
  await move(other.presentationId, one.presentationId);
  const left = await lists.line(one);
  assert.is(left.discussedSince, null);
  assert.ok(left.discussedSeconds >= 90 && left.discussedSeconds < 100, String(left.discussedSeconds));
  assert.ok((await lists.line(other)).discussedSince);
  await move(one.presentationId, other.presentationId);
  await earlier(30);
  await lists.world.get('secretary', 'POST', `/api/meetings/${meetingId}/close`);
  const closed = await lists.line(one);
  assert.is(closed.discussedSince, null);
  assert.ok(closed.discussedSeconds >= 120 && closed.discussedSeconds < 140, String(closed.discussedSeconds));
});

test('a guest sees the cases whose patient agreed, and how many others there are', async () => {
  const meetingId = await lists.meeting();
  const shared = await lists.list(meetingId);
  await lists.list(meetingId);
  const guest = { kind: 'account', id: lists.world.accountId('outsider') } as const;
  await lists.services.database.transaction(async (tx) => {
    await grant(tx, { subject: { kind: 'meeting', id: meetingId }, grantee: guest, role: 'guest', grantedBy: null });
    await grant(tx, { subject: { kind: 'case', id: shared.caseId }, grantee: guest, role: 'reader', grantedBy: null });
  });
  const seen = await lists.read(meetingId, 'outsider');
  assert.equal(
    seen.presentations.map(({ caseId }) => caseId),
    [shared.caseId],
  );
  assert.equal([seen.reserved, seen.presentationCount], [1, 2]);
  assert.ok(seen.members.length > 0);
  assert.not(seen.abilities.includes('meeting.write'));
  const all = await lists.read(meetingId);
  assert.equal([all.presentations.length, all.reserved], [2, 0]);
});

test('a mandatory label makes a case unready until one is chosen', async () => {
  const { db } = lists.services.database;
  const labels = [{ key: 'urgence', name: 'Urgence', urgent: true }];
  const listed = await lists.list(await lists.meeting());
  await lists.complete(listed.caseId);
  await db.update(boards).set({ labels, labelsMandatory: true }).where(eq(boards.id, lists.boardId));
  assert.equal(kinds((await lists.line(listed)).missing), ['labels']);
  await db.update(boards).set({ labels: [], labelsMandatory: false }).where(eq(boards.id, lists.boardId));
  assert.equal((await lists.line(listed)).missing, []);
});

test.run();
