import { and, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, cases, presentations } from '@concertation/schema';
import type { CaseDetail, CommentLine, MeetingDetail } from '@concertation/shared/contracts';
import { registerCase, withdrawPresentation } from '../src/reports/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { type Answer, refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { dayMs, PresentingWorld } from './support/presenting-world.ts';
import { type ActorName, unknownId } from './support/report-world.ts';

let server: TestServer;
let world: PresentingWorld;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await PresentingWorld.open(server);
});
test.after(() => server?.stop());

const details = ({ body }: Answer) => (body as { details?: { missing?: { kind: string }[] } }).details;
const list = async (meetingId: string) =>
  (await world.get<MeetingDetail>('coordinator', 'GET', `/api/meetings/${meetingId}`)).presentations;
const readable = async (who: ActorName, caseId: string) =>
  (await world.ask(who, 'GET', `/api/cases/${caseId}`)).status === 200;
const answer = (caseId: string, presentationId: string, body: unknown, who: ActorName = 'owner') =>
  world.ask(who, 'PATCH', `/api/cases/${caseId}/presentations/${presentationId}`, body);

const asking = {
  labels: [
    { key: 'urgence', name: 'Urgence', urgent: true },
    { key: 'poumon', name: 'Poumon', urgent: false },
  ],
  labelsMandatory: true,
  questionnaire: [
    { type: 'text', key: 'motif', label: 'Motif', mandatory: true },
    { type: 'choice', key: 'statut', label: 'Statut OMS', mandatory: false, choices: ['0', '1', '2'] },
    { type: 'number', key: 'vems', label: 'VEMS', mandatory: false, unit: 'L' },
    { type: 'date', key: 'biopsie', label: 'Biopsie', mandatory: false },
    { type: 'document', key: 'scanner', label: 'Scanner', mandatory: false },
  ],
};

// PRE-4, SC-63, SC-70, SC-77, SC-101, OO-09
test('what is prepared is nothing to the board; registered, it is on the list and among the patients', async () => {
  const caseId = await world.case();
  const { meetingId, presentationId } = await world.prepared(caseId);
  assert.equal(await list(meetingId), []);
  for (const who of ['coordinator', 'secretary', 'member'] as const) assert.not(await readable(who, caseId), who);
  const [shown] = await world.presentations(caseId);
  assert.is(shown?.state, 'preparing');
  assert.ok(shown?.editable);

  assert.equal((await world.register(caseId)).body, { presentationIds: [presentationId] });
  assert.equal(
    (await list(meetingId)).map((line) => [line.presentationId, line.position, line.late, line.reportState]),
    [[presentationId, 1, false, 'draft']],
  );
  assert.ok(await readable('member', caseId));
  const detail = await world.get<CaseDetail>('owner', 'GET', `/api/cases/${caseId}`);
  assert.ok(detail.registered);
  assert.equal(detail.requests, { pending: 1, answered: 0 });
  assert.is((await world.get<CommentLine[]>('owner', 'GET', `/api/cases/${caseId}/opinions`)).length, 1);
  assert.equal((await world.register(caseId)).body, { presentationIds: [] }, 'registered again, nothing more happens');
});

// PRE-8, SC-70: the same patient, several boards, nothing typed twice.
test('one registration puts the case on the lists of several boards, all or nothing', async () => {
  const caseId = await world.case();
  const other = await world.board({ published: true, name: 'RCP Foie' });
  const full = await world.meeting({ capacity: 0 }, other);
  const first = await world.prepared(caseId);
  await world.setMeeting(full, { capacity: 1 });
  const second = await world.prepared(caseId, full);
  await world.setMeeting(full, { capacity: 0 });
  const refused = await world.register(caseId);
  assert.is(refusalCode(refused), 'meeting_full');
  assert.equal(details(refused), { meetingId: full });
  assert.equal(await list(first.meetingId), [], 'not even the one that has a place');
  await world.setMeeting(full, { capacity: 1 });
  assert.is((await world.register(caseId)).status, 200);
  assert.is((await list(first.meetingId)).length, 1);
  assert.is((await list(second.meetingId)).length, 1);
  assert.equal((await world.presentations(caseId, 'coordinator')).map(({ board }) => board.name).sort(), [
    'RCP Foie',
    'RCP Thorax',
  ]);
});

// PRE-8, SC-76
test('a case is registered without any board too', async () => {
  const caseId = await world.case();
  assert.equal((await world.register(caseId)).body, { presentationIds: [] });
  const [row] = await server.services.database.db.select().from(cases).where(eq(cases.id, caseId));
  assert.ok(row?.registeredAt);
});

// PRE-7, SC-66, SC-71, SC-72: what is mandatory blocks; what makes it « non prêt » does not.
test('a registration asks for the consent, the labels and the mandatory answers', async () => {
  const caseId = await world.case('owner', null);
  const boardId = await world.board({ published: true, ...asking });
  const { presentationId } = await world.prepared(caseId, await world.meeting({}, boardId));
  const refused = await world.register(caseId);
  assert.is(refusalCode(refused), 'incomplete');
  assert.equal(details(refused)?.missing, [
    { kind: 'consent', presentationId: null },
    { kind: 'labels', presentationId },
    { kind: 'answer', label: 'Motif', key: 'motif', presentationId },
  ]);
  const detail = await world.get<CaseDetail>('owner', 'GET', `/api/cases/${caseId}`);
  assert.is(detail.registered, false);
  await world.get('owner', 'POST', `/api/cases/${caseId}/consent`, {
    informedOn: '2026-01-12',
    informedBy: 'Dr Brun',
    means: 'written',
    opposition: 'none',
    sharing: false,
  });
  await answer(caseId, presentationId, { labels: ['poumon'], answers: { motif: 'Avis chirurgical' } });
  assert.is((await world.register(caseId)).status, 200, 'without diagnosis, history or question');
});

// PRE-6, SC-71, SC-72
test('answers are kept by key, an empty one clears, and what the board does not ask is refused', async () => {
  const caseId = await world.case();
  const boardId = await world.board({ published: true, ...asking });
  const { presentationId } = await world.prepared(caseId, await world.meeting({}, boardId));
  const kept = async () => (await world.presentations(caseId))[0];
  assert.is(
    (await answer(caseId, presentationId, { answers: { motif: 'Avis', statut: '1', vems: '2,4' } })).status,
    204,
  );
  await Promise.all([
    answer(caseId, presentationId, { answers: { motif: 'Avis chirurgical' } }),
    answer(caseId, presentationId, { answers: { biopsie: '2026-01-09' } }),
    answer(caseId, presentationId, { answers: { statut: '' } }),
    answer(caseId, presentationId, { labels: ['urgence', 'urgence'] }),
  ]);
  assert.equal((await kept())?.answers, { motif: 'Avis chirurgical', vems: '2,4', biopsie: '2026-01-09' });
  assert.equal((await kept())?.labels, ['urgence']);
  for (const wrong of [
    { answers: { inconnu: 'x' } },
    { answers: { statut: '7' } },
    { answers: { vems: 'beaucoup' } },
    { answers: { biopsie: '2026-02-30' } },
    { answers: { scanner: 'un texte' } },
    { answers: { motif: 'a\u202Eb' } },
    { labels: ['inconnu'] },
    { answers: { __proto__x: 'x' } },
  ])
    assert.is(refusalCode(await answer(caseId, presentationId, wrong)), 'invalid', JSON.stringify(wrong));
  assert.equal((await kept())?.answers, { motif: 'Avis chirurgical', vems: '2,4', biopsie: '2026-01-09' });
  await world.register(caseId);
  const { meetingId } = (await kept()) as { meetingId: string };
  assert.ok((await list(meetingId))[0]?.urgent, 'a label says urgent');
  await answer(caseId, presentationId, { labels: ['poumon'] }, 'secretary');
  assert.not((await list(meetingId))[0]?.urgent);
});

// PRE-6
test('who presents, who shares the case and who runs the meeting answer; others do not', async () => {
  const caseId = await world.case('owner', {}, world.accountId('referent'));
  const boardId = await world.board({ published: true, ...asking, labelsMandatory: false, questionnaire: [] });
  const { presentationId } = await world.prepared(caseId, await world.meeting({}, boardId));
  const labels = { labels: ['poumon'] };
  assert.is((await answer(caseId, presentationId, labels, 'referent')).status, 204);
  assert.is(
    refusalCode(await answer(caseId, presentationId, labels, 'secretary')),
    'not_found',
    'the board sees nothing yet',
  );
  await world.register(caseId);
  assert.is((await answer(caseId, presentationId, labels, 'secretary')).status, 204);
  assert.is(refusalCode(await answer(caseId, presentationId, labels, 'member')), 'forbidden');
  assert.is(refusalCode(await answer(caseId, presentationId, labels, 'outsider')), 'not_found');
  assert.is(refusalCode(await answer(await world.case(), presentationId, labels)), 'not_found', 'of another case');
  const seen = async (who: ActorName) => (await world.presentations(caseId, who)).map(({ editable }) => editable);
  assert.equal(await seen('secretary'), [true]);
  assert.equal(await seen('member'), [false]);
});

// PRE-5
test('a presentation is refused where no case may come', async () => {
  const caseId = await world.case();
  const refused = async (meetingId: string, who: ActorName = 'owner') =>
    refusalCode(await world.choose(caseId, meetingId, who));
  assert.is(await refused(await world.meeting({ fictitious: true })), 'meeting_fictitious');
  assert.is(
    await refused(await world.meeting({ registrationClosesAt: new Date(Date.now() - 1000) })),
    'registration_closed',
  );
  assert.is(await refused(await world.meeting({ state: 'running' })), 'registration_closed');
  assert.is(await refused(await world.meeting({ capacity: 0 })), 'meeting_full');
  for (const state of ['closed', 'cancelled']) assert.is(await refused(await world.meeting({ state })), 'wrong_state');
  assert.is(await refused(await world.meeting({}, await world.board())), 'not_found', 'a board that is not published');
  assert.is(await refused(unknownId()), 'not_found');
  assert.is(await refused(await world.meeting(), 'member'), 'not_found', 'a case that is not theirs');
  const listed = await world.listed();
  assert.is(refusalCode(await world.choose(listed.caseId, listed.meetingId)), 'already_presented');
  const meetingId = await world.meeting();
  const [first, again] = [await world.choose(caseId, meetingId), await world.choose(caseId, meetingId)];
  assert.equal(again.body, first.body, 'chosen twice is chosen once');
});

// PRE-5
test('who runs the meeting adds a case to a closed or full one, marked late', async () => {
  const caseId = await world.case('secretary');
  const meetingId = await world.meeting({ registrationClosesAt: new Date(Date.now() - 1000), capacity: 0 });
  assert.is((await world.choose(caseId, meetingId, 'secretary')).status, 200);
  assert.is((await world.register(caseId, 'secretary')).status, 200);
  assert.equal(
    (await list(meetingId)).map(({ late }) => late),
    [true],
  );
});

test('registrations that closed meanwhile refuse, and say which meeting', async () => {
  const caseId = await world.case();
  const { meetingId } = await world.prepared(caseId);
  await world.setMeeting(meetingId, { registrationClosesAt: new Date(Date.now() - 1000) });
  const refused = await world.register(caseId);
  assert.is(refusalCode(refused), 'registration_closed');
  assert.equal(details(refused), { meetingId });
});

// PRE-5
test('of several people who register for the last place at once, exactly one gets it', async () => {
  const meetingId = await world.meeting({ capacity: 1 });
  const caseIds = await Promise.all([world.case(), world.case(), world.case('member'), world.case('outsider')]);
  const owners = ['owner', 'owner', 'member', 'outsider'] as const;
  for (const [index, caseId] of caseIds.entries())
    assert.is((await world.choose(caseId, meetingId, owners[index])).status, 200);
  const answers = await Promise.all(caseIds.map((caseId, index) => world.register(caseId, owners[index])));
  assert.equal(answers.map(refusalCode).filter(Boolean), ['meeting_full', 'meeting_full', 'meeting_full']);
  assert.is((await list(meetingId)).length, 1);
});

// PRE-9
test('the direct way of who sits on the board registers the case, and is refused alike', async () => {
  const meetingId = await world.meeting({ capacity: 1 }, world.world.boardId);
  const present = (caseId: string, to = meetingId, who: ActorName = 'owner') =>
    world.ask(who, 'POST', `/api/meetings/${to}/presentations`, { caseId });
  const caseId = await world.case('owner', null);
  assert.is((await present(caseId)).status, 200);
  const detail = await world.get<CaseDetail>('owner', 'GET', `/api/cases/${caseId}`);
  assert.ok(detail.registered);
  assert.equal(detail.requests, { pending: 1, answered: 0 });
  assert.is(refusalCode(await present(caseId)), 'already_presented');
  assert.is(refusalCode(await present(await world.case())), 'meeting_full');
  const closed = await world.meeting({ registrationClosesAt: new Date(Date.now() - dayMs) }, world.world.boardId);
  assert.is(refusalCode(await present(await world.case(), closed)), 'registration_closed');
  assert.is((await present(await world.case('secretary'), closed, 'secretary')).status, 200);
  const objected = await world.case('owner', { opposition: 'objected' });
  assert.is(refusalCode(await present(objected, await world.meeting({}, world.world.boardId))), 'patient_objected');
});

// PRE-8, SC-78
test('who administers the board is told of a case that comes or goes, but for who did it', async () => {
  const needs = world.telling();
  const { owner, secretary } = world.world.people;
  const caseId = await world.case();
  const { meetingId, presentationId } = await world.prepared(caseId);
  world.told.length = 0;
  await registerCase(needs, owner.principal, caseId);
  const [added] = world.told;
  assert.is(added?.kind, 'presentation_added');
  assert.equal(new Set(added?.to), new Set([world.accountId('coordinator'), world.accountId('secretary')]));
  assert.is(added?.about.meetingId, meetingId);
  assert.is(added?.about.boardName, 'RCP Thorax');
  world.told.length = 0;
  await withdrawPresentation(needs, secretary.principal, { caseId, presentationId, reason: '' });
  const removed = world.told.filter(({ kind }) => kind === 'presentation_removed');
  assert.equal(
    new Set(removed.flatMap(({ to }) => to)),
    new Set([world.accountId('owner'), world.accountId('coordinator')]),
  );
  const leadsToCase = removed.filter(({ about }) => about.caseId === caseId).flatMap(({ to }) => to);
  assert.equal(leadsToCase, [world.accountId('owner')], 'the board has lost the case');
});

// PRE-14, SC-63
test('a withdrawn case leaves the list, and the board has neither the case nor its report', async () => {
  const { caseId, presentationId, meetingId } = await world.listed();
  const reportId = (await list(meetingId))[0]?.reportId;
  await world.get('secretary', 'POST', `/api/meetings/${meetingId}/current`, { presentationId, from: null });
  assert.is((await world.withdraw(caseId, presentationId, 'owner')).status, 204);
  const meeting = await world.get<MeetingDetail>('coordinator', 'GET', `/api/meetings/${meetingId}`);
  assert.equal(meeting.presentations, []);
  assert.is(meeting.currentPresentationId, null);
  assert.not(await readable('member', caseId));
  assert.is((await world.ask('secretary', 'GET', `/api/reports/${reportId}`)).status, 404);
  const detail = await world.get<CaseDetail>('owner', 'GET', `/api/cases/${caseId}`);
  assert.equal(detail.requests, { pending: 0, answered: 0 });
  assert.is((await world.withdraw(caseId, presentationId)).status, 204, 'withdrawn twice is withdrawn once');
  const rows = await auditTrail(
    server,
    and(eq(auditEvents.kind, 'presentation.removed'), eq(auditEvents.subject, `case:${caseId}`)),
  );
  assert.is(rows.length, 1);

  await world.setMeeting(meetingId, { state: 'planned' });
  assert.equal((await world.choose(caseId, meetingId)).body, { presentationId }, 'it may come back, as it was');
  await world.register(caseId);
  assert.equal(
    (await list(meetingId)).map((line) => line.reportId),
    [reportId],
  );
  assert.is((await world.ask('secretary', 'GET', `/api/reports/${reportId}`)).status, 200);
});

test('the board keeps the case as long as another of its lists has it', async () => {
  const { caseId, presentationId } = await world.listed();
  const second = await world.prepared(caseId);
  await world.register(caseId);
  await world.withdraw(caseId, presentationId);
  assert.ok(await readable('member', caseId));
  await world.withdraw(caseId, second.presentationId, 'secretary');
  assert.not(await readable('member', caseId));
});

// PRE-13
test('what was concluded stays on its list; only its people withdraw', async () => {
  const { caseId, presentationId, meetingId } = await world.listed();
  assert.is(refusalCode(await world.withdraw(caseId, presentationId, 'member')), 'forbidden');
  assert.is(refusalCode(await world.withdraw(caseId, presentationId, 'outsider')), 'not_found');
  assert.is(refusalCode(await world.withdraw(caseId, unknownId())), 'not_found');
  const reportId = (await list(meetingId))[0]?.reportId;
  await world.services.database.raw`update reports set state = 'validated' where id = ${reportId ?? ''}`;
  assert.is(refusalCode(await world.withdraw(caseId, presentationId)), 'wrong_state');
  assert.is((await list(meetingId)).length, 1);
});

// PRE-13
test('what is in preparation is given up without a word to the board', async () => {
  const caseId = await world.case();
  const { presentationId } = await world.prepared(caseId);
  await withdrawPresentation(world.telling(), world.world.people.owner.principal, {
    caseId,
    presentationId,
    reason: '',
  });
  const [row] = await server.services.database.db
    .select()
    .from(presentations)
    .where(eq(presentations.id, presentationId));
  assert.is(row?.state, 'removed');
  assert.is(refusalCode(await answer(caseId, presentationId, { labels: [] })), 'wrong_state');
});

test('its people see what is prepared beside what is listed, the board only what is listed', async () => {
  const caseId = await world.case();
  await world.prepared(caseId);
  await world.prepared(caseId);
  await world.register(caseId);
  await world.prepared(caseId);
  assert.equal((await world.presentations(caseId)).map(({ state }) => state).sort(), ['listed', 'listed', 'preparing']);
  assert.is((await world.presentations(caseId, 'member')).length, 2);
});

test.run();
