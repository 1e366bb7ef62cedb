import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, caseConsents } from '@concertation/schema';
import type { BoardRole } from '@concertation/shared/access';
import type { CaseCard, CaseDetail, CommentLine, OpinionRequest } from '@concertation/shared/contracts';
import { createBoard } from '../src/boards/index.ts';
import { newId } from '../src/lib/index.ts';
import type { Notice } from '../src/notifications/index.ts';
import { answerOpinion, askOpinion } from '../src/opinions/index.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { DemonstrationWorld, type Who } from './support/demonstration-world.ts';
import type { DemonstrationKey } from './support/sign-in.ts';

let world: DemonstrationWorld;
let platformId: string;
test.before(async () => {
  world = await DemonstrationWorld.open();
  platformId = await openPlatform([
    ['coordinator', 'coordinator'],
    ['expert', 'member'],
    ['referent', 'guest'],
  ]);
});
test.after(() => world?.stop());

async function openPlatform(members: [DemonstrationKey, BoardRole][], published = true): Promise<string> {
  const { boardId } = await world.server.services.database.transaction((tx) =>
    createBoard(tx, {
      name: 'Plateforme Foie',
      kind: 'opinion_platform',
      published,
      members: members.map(([key, role]) => ({ accountId: world.accountId(key), role })),
    }),
  );
  return boardId;
}

const colleague = (who: DemonstrationKey) => ({ kind: 'colleague', accountId: world.accountId(who) }) as const;
const platform = () => ({ kind: 'platform', boardId: platformId }) as const;
const tryAsk = (caseId: string, to: unknown, by: Who = 'presenter') =>
  world.ask(by, 'POST', `/api/cases/${caseId}/opinions`, { to, question: 'Chirurgie première ?' });
const ask = async (caseId: string, to: unknown, by: Who = 'presenter') =>
  ((await tryAsk(caseId, to, by)).body as { opinionId: string }).opinionId;
const at = (caseId: string, opinionId: string) => `/api/cases/${caseId}/opinions/${opinionId}`;
const read = (who: Who, caseId: string, opinionId: string) =>
  world.get<OpinionRequest>(who, 'GET', at(caseId, opinionId));
const answer = (who: Who, caseId: string, opinionId: string, words = 'Oui, d’emblée.') =>
  world.ask(who, 'POST', `${at(caseId, opinionId)}/answer`, { answer: words });
const draft = (who: Who, caseId: string, opinionId: string, words: string) =>
  world.ask(who, 'PATCH', at(caseId, opinionId), { draft: words });
const withdraw = (who: Who, caseId: string, opinionId: string) => world.ask(who, 'DELETE', at(caseId, opinionId));
const reads = async (who: Who, caseId: string) => (await world.ask(who, 'GET', `/api/cases/${caseId}`)).status === 200;
const box = (who: Who, which: 'received' | 'sent') =>
  world.get<OpinionRequest[]>(who, 'GET', `/api/opinions?box=${which}`);
const comments = async (who: Who, caseId: string) =>
  (await world.get<CommentLine[]>(who, 'GET', `/api/cases/${caseId}/opinions`)).filter(
    (line) => line.kind === 'opinion',
  );

// SC-29, SC-33, SC-96, SC-101
test('a colleague is asked, finds the patient and the question, answers once, and goes on reading', async () => {
  const caseId = await world.openCase('presenter');
  assert.not(await reads('outsider', caseId));
  const opinionId = await ask(caseId, colleague('outsider'));
  const { abilities, requests } = await world.get<CaseDetail>('outsider', 'GET', `/api/cases/${caseId}`);
  assert.ok(abilities.includes('case.write'));
  assert.equal(requests, { pending: 1, answered: 0 });
  const { cards } = await world.get<{ cards: CaseCard[] }>('outsider', 'GET', '/api/cases?pending=true');
  assert.equal(
    cards.map((card) => [card.caseId, card.because]),
    [[caseId, ['opinion']]],
  );

  const [received] = await box('outsider', 'received');
  assert.is(received?.opinionId, opinionId);
  assert.is(received?.state, 'pending');
  assert.ok(received?.mine);
  assert.is(received?.askedBy.accountId, world.accountId('presenter'));
  assert.is((await box('presenter', 'sent'))[0]?.opinionId, opinionId);
  assert.not((await box('presenter', 'sent'))[0]?.mine);

  assert.is((await answer('outsider', caseId, opinionId)).status, 204);
  assert.is(refusalCode(await answer('outsider', caseId, opinionId, 'Non, finalement.')), 'wrong_state');
  const done = await read('presenter', caseId, opinionId);
  assert.equal([done.state, done.answer, done.answeredBy?.name], ['answered', 'Oui, d’emblée.', 'Dr Paul Kerbrat']);
  assert.not((await read('outsider', caseId, opinionId)).mine, 'nothing more to write');
  assert.ok(await reads('outsider', caseId));
  assert.equal((await world.get<CaseDetail>('presenter', 'GET', `/api/cases/${caseId}`)).requests, {
    pending: 0,
    answered: 1,
  });
  const [line] = await comments('presenter', caseId);
  assert.equal(
    [line?.from, line?.specialty, line?.question, line?.answer],
    ['Dr Paul Kerbrat', 'Dermatologie', 'Chirurgie première ?', 'Oui, d’emblée.'],
  );
});

// SC-99: a platform answers through any of its members, once.
test('two members of a platform answer at once: one answer stands, the other is refused', async () => {
  const caseId = await world.openCase('presenter');
  const opinionId = await ask(caseId, platform());
  for (const who of ['coordinator', 'expert'] as const) {
    assert.ok((await read(who, caseId, opinionId)).mine);
    assert.is((await box(who, 'received'))[0]?.boardName, 'Plateforme Foie');
  }
  assert.not(await reads('referent', caseId), 'a guest of the platform is not asked');
  assert.equal(await box('referent', 'received'), []);
  const codes = (
    await Promise.all([
      answer('coordinator', caseId, opinionId, 'De la coordonnatrice'),
      answer('expert', caseId, opinionId, 'De l’expert'),
    ])
  ).map((given) => refusalCode(given));
  assert.equal(new Set(codes), new Set([undefined, 'wrong_state']), 'one of each');
  const [line] = await comments('presenter', caseId);
  assert.match(line?.from ?? '', /^Plateforme Foie · /);
});

// SC-98
test('who shares the case asks; who only reads or writes it does not', async () => {
  const caseId = await world.openCase('presenter', { referentId: world.accountId('referent') });
  await ask(caseId, colleague('outsider'));
  assert.is((await tryAsk(caseId, colleague('expert'), 'referent')).status, 200);
  assert.is(refusalCode(await tryAsk(caseId, colleague('coordinator'), 'outsider')), 'forbidden');
  assert.is(refusalCode(await tryAsk(caseId, colleague('coordinator'), 'secretary')), 'not_found');
});

test('oneself, nobody, a board that is no platform and a platform that one may not see are refused', async () => {
  const caseId = await world.openCase('presenter');
  const { board } = await world.meeting('planned');
  const hidden = await openPlatform([['coordinator', 'coordinator']], false);
  for (const to of [
    colleague('presenter'),
    { kind: 'colleague', accountId: newId() },
    { kind: 'platform', boardId: newId() },
    { kind: 'platform', boardId: board.boardId },
    { kind: 'platform', boardId: hidden },
    { kind: 'everybody' },
  ])
    assert.is(refusalCode(await tryAsk(caseId, to)), 'invalid', JSON.stringify(to));
  const empty = await world.ask('presenter', 'POST', `/api/cases/${caseId}/opinions`, {
    to: colleague('outsider'),
    question: '   ',
  });
  assert.is(refusalCode(empty), 'invalid');
  assert.equal(await comments('presenter', caseId), []);
  assert.is((await world.get<CaseDetail>('presenter', 'GET', `/api/cases/${caseId}`)).people.length, 1);
  const seen = await openPlatform(
    [
      ['coordinator', 'coordinator'],
      ['presenter', 'member'],
    ],
    false,
  );
  assert.is((await tryAsk(caseId, { kind: 'platform', boardId: seen })).status, 200, 'a member sees it');
});

test('a patient who objected is sent to nobody', async () => {
  const caseId = await world.openCase('presenter');
  const consent = { informedOn: '2026-11-20', informedBy: 'Dr Durand', means: 'oral', opposition: 'objected' };
  const recorded = { recordedBy: world.accountId('presenter'), recordedAt: new Date(), revision: 1 };
  await world.server.services.database.db
    .insert(caseConsents)
    .values({ caseId, ...consent, ...recorded, sharing: false });
  for (const to of [colleague('outsider'), platform()])
    assert.is(refusalCode(await tryAsk(caseId, to)), 'patient_objected');
  assert.not(await reads('outsider', caseId));
});

test('what is being written is kept, and shown to its author alone', async () => {
  const caseId = await world.openCase('presenter');
  const opinionId = await ask(caseId, platform());
  assert.is((await draft('expert', caseId, opinionId, 'Je pense que')).status, 204);
  assert.is((await read('expert', caseId, opinionId)).draft, 'Je pense que');
  for (const who of ['presenter', 'coordinator'] as const) assert.is((await read(who, caseId, opinionId)).draft, '');
  assert.is(refusalCode(await draft('coordinator', caseId, opinionId, 'À mon avis')), 'stale');
  assert.is((await read('expert', caseId, opinionId)).draft, 'Je pense que', 'nobody overwrites it');
  assert.is(refusalCode(await draft('presenter', caseId, opinionId, 'À votre place')), 'forbidden');
  assert.is((await draft('expert', caseId, opinionId, '')).status, 204);
  assert.is((await draft('coordinator', caseId, opinionId, 'À mon avis')).status, 204, 'once it is empty');
  assert.is(refusalCode(await draft('expert', caseId, opinionId, 'x'.repeat(20_001))), 'invalid');
  assert.is((await answer('expert', caseId, opinionId)).status, 204, 'a draft stops nobody from answering');
  assert.is((await read('coordinator', caseId, opinionId)).draft, 'À mon avis', 'and is not lost');
  assert.is(refusalCode(await draft('coordinator', caseId, opinionId, 'Trop tard')), 'wrong_state');
});

test('nobody but who is asked answers, not even who asked a platform of theirs', async () => {
  const caseId = await world.openCase('coordinator', { referentId: world.accountId('presenter') });
  const opinionId = await ask(caseId, colleague('outsider'), 'coordinator');
  for (const who of ['presenter', 'coordinator'] as const)
    assert.is(refusalCode(await answer(who, caseId, opinionId)), 'forbidden');
  assert.is(refusalCode(await answer('secretary', caseId, opinionId)), 'not_found');
  assert.is(refusalCode(await answer('outsider', caseId, opinionId, '  \n ')), 'invalid');
  const own = await ask(caseId, platform(), 'coordinator');
  assert.is(refusalCode(await answer('coordinator', caseId, own)), 'forbidden');
  assert.not((await read('coordinator', caseId, own)).mine);
});

test('an opinion is reached through its own case only', async () => {
  const [caseId, other] = [await world.openCase('presenter'), await world.openCase('presenter')];
  const opinionId = await ask(caseId, colleague('outsider'));
  await ask(other, colleague('outsider'));
  assert.is(refusalCode(await world.ask('outsider', 'GET', at(other, opinionId))), 'not_found');
  assert.is(refusalCode(await answer('outsider', other, opinionId)), 'not_found');
  assert.is(refusalCode(await withdraw('presenter', other, opinionId)), 'not_found');
  assert.is(refusalCode(await world.ask('presenter', 'GET', at(caseId, newId()))), 'not_found');
});

test('a request taken back takes its access along, and is gone for everybody', async () => {
  const caseId = await world.openCase('presenter');
  const opinionId = await ask(caseId, colleague('outsider'));
  await draft('outsider', caseId, opinionId, 'Je commence');
  assert.is((await withdraw('presenter', caseId, opinionId)).status, 204);
  assert.not(await reads('outsider', caseId));
  assert.equal(
    (await box('presenter', 'sent')).filter((one) => one.opinionId === opinionId),
    [],
  );
  assert.equal(await comments('presenter', caseId), []);
  assert.is(refusalCode(await withdraw('presenter', caseId, opinionId)), 'not_found');
  const { requests, people } = await world.get<CaseDetail>('presenter', 'GET', `/api/cases/${caseId}`);
  assert.equal(requests, { pending: 0, answered: 0 });
  assert.is(people.length, 1);

  const toPlatform = await ask(caseId, platform());
  assert.ok(await reads('expert', caseId));
  await withdraw('presenter', caseId, toPlatform);
  assert.not(await reads('expert', caseId));
});

test('an access that something else holds stays: another question, an answer given, a share before or since', async () => {
  const caseId = await world.openCase('presenter');
  const share = (who: DemonstrationKey, role: string) =>
    world.get('presenter', 'POST', `/api/cases/${caseId}/grants`, { accountId: world.accountId(who), role });
  const [first, second] = [await ask(caseId, colleague('outsider')), await ask(caseId, colleague('outsider'))];
  await withdraw('presenter', caseId, first);
  assert.ok(await reads('outsider', caseId), 'another question waits');
  await withdraw('presenter', caseId, second);
  assert.not(await reads('outsider', caseId), 'and then none');

  await answer('outsider', caseId, await ask(caseId, colleague('outsider')));
  await withdraw('presenter', caseId, await ask(caseId, colleague('outsider')));
  assert.ok(await reads('outsider', caseId), 'who answered goes on reading');

  await share('expert', 'expert');
  await withdraw('presenter', caseId, await ask(caseId, colleague('expert')));
  assert.ok(await reads('expert', caseId), 'shared before');

  const asked = await ask(caseId, colleague('secretary'));
  await share('secretary', 'expert');
  await withdraw('presenter', caseId, asked);
  assert.ok(await reads('secretary', caseId), 'shared since');
});

test('a request is taken back by who asked it or owns the case, while it waits', async () => {
  const caseId = await world.openCase('presenter', { referentId: world.accountId('referent') });
  const byOwner = await ask(caseId, colleague('outsider'));
  const byReferent = await ask(caseId, colleague('expert'), 'referent');
  assert.is(refusalCode(await withdraw('referent', caseId, byOwner)), 'forbidden');
  assert.is(refusalCode(await withdraw('outsider', caseId, byOwner)), 'forbidden');
  const withdrawable = async (who: Who) =>
    (await comments(who, caseId)).filter((line) => line.withdrawable).map(({ opinionId }) => opinionId);
  assert.equal(await withdrawable('referent'), [byReferent]);
  assert.equal((await withdrawable('presenter')).toSorted(), [byOwner, byReferent].toSorted());
  assert.equal(await withdrawable('outsider'), []);
  await answer('outsider', caseId, byOwner);
  assert.is(refusalCode(await withdraw('presenter', caseId, byOwner)), 'wrong_state');
  assert.is((await withdraw('presenter', caseId, byReferent)).status, 204);
});

// SC-95, SC-96
test('« commentaires » puts reports and opinions together, latest first', async () => {
  const caseId = await world.openCase('presenter');
  const opinionId = await ask(caseId, colleague('outsider'));
  const { meetingId } = await world.meeting('planned');
  await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  const lines = await world.get<CommentLine[]>('presenter', 'GET', `/api/cases/${caseId}/opinions`);
  assert.equal(
    lines.map(({ kind }) => kind),
    ['report', 'opinion'],
    'the meeting is still to come',
  );
  const asExpert = await world.get<CommentLine[]>('outsider', 'GET', `/api/cases/${caseId}/opinions`);
  assert.equal(
    asExpert.map((line) => (line.kind === 'opinion' ? line.opinionId : 'report')),
    [opinionId],
    'an expert reads no report',
  );
});

test('a request whose case one may no longer read is no longer shown', async () => {
  const caseId = await world.openCase('presenter');
  const opinionId = await ask(caseId, colleague('outsider'));
  const { people } = await world.get<CaseDetail>('presenter', 'GET', `/api/cases/${caseId}`);
  const grantId = people.find(({ role }) => role === 'expert')?.grantId;
  await world.get('presenter', 'DELETE', `/api/cases/${caseId}/grants/${grantId}`);
  assert.not((await box('outsider', 'received')).some((one) => one.opinionId === opinionId));
  assert.is(refusalCode(await answer('outsider', caseId, opinionId)), 'not_found');
});

test('those that wait come first; each of these acts is recorded', async () => {
  const caseId = await world.openCase('presenter');
  const opinionId = await ask(caseId, colleague('outsider'));
  await answer('outsider', caseId, opinionId);
  await ask(caseId, colleague('outsider'));
  const states = (await box('outsider', 'received')).map(({ state }) => state);
  assert.equal(states, states.toSorted().toReversed(), 'pending, then answered');
  await read('outsider', caseId, opinionId);
  const rows = await auditTrail(world.server, eq(auditEvents.subject, `case:${caseId}`));
  assert.equal(
    rows.slice(3).map(({ kind }) => kind),
    ['opinion.asked', 'grant.given', 'opinion.answered', 'opinion.asked', 'opinion.read'],
  );
  assert.equal(new Set(rows.map(({ patientId }) => patientId)).size, 1);
});

test('who is asked is told, then who asked and who owns the case; never the author of the act', async () => {
  const { services } = world.server;
  const told: Notice[] = [];
  const needs = { ...services, tell: async (_tx: unknown, notice: Notice) => void told.push(notice) };
  const acting = (who: DemonstrationKey) => ({
    accountId: world.accountId(who),
    sessionId: newId(),
    name: 'Dr Essai',
    specialty: '',
    guestOf: null,
  });
  const caseId = await world.openCase('presenter', { referentId: world.accountId('expert') });
  const question = { caseId, question: 'Et après ?' };
  const { opinionId } = await askOpinion(needs, acting('expert'), { ...question, to: platform() });
  await answerOpinion(needs, acting('coordinator'), { caseId, opinionId, answer: 'Surveiller.' });
  await askOpinion(needs, acting('presenter'), { ...question, to: colleague('outsider') });
  assert.equal(
    told.map(({ kind, to }) => [kind, to.toSorted()]),
    [
      ['opinion_asked', [world.accountId('coordinator')]],
      ['opinion_answered', [world.accountId('expert'), world.accountId('presenter')].toSorted()],
      ['opinion_asked', [world.accountId('outsider')]],
    ],
  );
  assert.equal(told[0]?.about, { caseId, opinionId, by: 'Dr Essai', boardName: 'Plateforme Foie' });
});

test.run();
