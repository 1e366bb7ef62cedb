import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cases, grants, patients } from '@concertation/schema';
import type { CaseCard } from '@concertation/shared/contracts';
import { createBoard } from '../src/boards/index.ts';
import { answerRequest, openRequest, withdrawRequest } from '../src/cases/index.ts';
import { newId } from '../src/lib/index.ts';
import { DemonstrationWorld, newPatient, type Who } from './support/demonstration-world.ts';

type Page = { total: number; found: number; cards: CaseCard[]; next: string | null };

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const mine = (who: Who, query = '') => world.get<Page>(who, 'GET', `/api/cases${query}`);
const because = async (who: Who, caseId: string) =>
  (await mine(who)).cards.find((card) => card.caseId === caseId)?.because;

/** Cases in bulk, past the rooms: `outsider` owns them. Oldest first. */
async function openMany(count: number): Promise<string[]> {
  const { db } = world.server.services.database;
  const ownerId = world.accountId('outsider');
  const createdAt = new Date();
  const made = Array.from({ length: count }, () => ({ id: newId(), patientId: newId(), traits: newPatient() }));
  await db.insert(patients).values(
    made.map(({ patientId, traits }) => ({
      ...traits,
      id: patientId,
      birthName: traits.birthName.toUpperCase(),
      birthGivenName: 'CLAUDE',
      identityStatus: 'PROV',
      revision: 1,
      createdBy: ownerId,
      createdAt,
    })),
  );
  await db.insert(cases).values(made.map(({ id, patientId }) => ({ id, patientId, ownerId, createdAt })));
  await db.insert(grants).values(
    made.map(({ id }) => ({
      id: newId(),
      subjectKind: 'case',
      subjectId: id,
      granteeKind: 'account',
      granteeId: ownerId,
      role: 'owner',
      grantedAt: createdAt,
    })),
  );
  return made.map(({ id }) => id);
}

// SC-27, SC-28, SC-29, SC-30: and the card says which.
test('a card says why the patient is one of mine', async () => {
  const caseId = await world.openCase('presenter', { referentId: world.accountId('referent') });
  const accountId = world.accountId('expert');
  await world.get('presenter', 'POST', `/api/cases/${caseId}/grants`, { accountId, role: 'expert' });
  const { meetingId } = await world.meeting('planned');
  await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  assert.equal(await because('presenter', caseId), ['added']);
  assert.equal(await because('referent', caseId), ['referent']);
  assert.equal(await because('expert', caseId), ['opinion']);
  assert.equal(await because('coordinator', caseId), ['board']);
  assert.equal(await because('secretary', caseId), ['board']);
  assert.is(await because('second_presenter', caseId), undefined, 'an ordinary member reaches it by its meeting');
  const { because: one } = await world.get<CaseCard>('expert', 'GET', `/api/cases/${caseId}`);
  assert.equal(one, ['opinion'], 'the case itself says the same');
});

// SC-30, SC-99
test('the patients of a platform that I administer are mine; those of one where I only sit are not', async () => {
  const { boardId } = await world.server.services.database.transaction((tx) =>
    createBoard(tx, {
      name: 'Plateforme Foie',
      kind: 'opinion_platform',
      published: true,
      members: [
        { accountId: world.accountId('coordinator'), role: 'coordinator' },
        { accountId: world.accountId('second_presenter'), role: 'member' },
      ],
    }),
  );
  const caseId = await world.openCase('presenter');
  const to = { kind: 'platform', boardId };
  await world.get('presenter', 'POST', `/api/cases/${caseId}/opinions`, { to, question: 'Transplantation ?' });
  assert.equal(await because('coordinator', caseId), ['opinion', 'board']);
  assert.is(await because('second_presenter', caseId), undefined);
  assert.is((await world.ask('second_presenter', 'GET', `/api/cases/${caseId}`)).status, 200, 'and read them');
});

// SC-48, SC-50, SC-51
test('pages of 50, newest first, each patient once; the total counts them all', async () => {
  const made = await openMany(120);
  const read: string[] = [];
  let page = await mine('outsider');
  for (;;) {
    assert.is(page.total, 120);
    assert.is(page.found, 120);
    read.push(...page.cards.map(({ caseId }) => caseId));
    if (page.next === null) break;
    assert.is(page.cards.length, 50);
    page = await mine('outsider', `?after=${page.next}`);
  }
  assert.equal(read, made.toReversed());
  const found = await mine('outsider', '?search=claude%201970');
  assert.is(found.found, 120);
  assert.is(found.cards.length, 50);
  assert.equal(found.cards[0]?.patient.birthGivenName, 'CLAUDE');
  assert.equal(await mine('outsider', '?search=personne'), { total: 120, found: 0, cards: [], next: null });
  assert.is((await world.ask('outsider', 'GET', '/api/cases?after=zzz')).status, 422);
});

// SC-49, SC-101
test('the two boxes keep the patients with a request that waits, with one answered, or with either', async () => {
  const { database } = world.server.services;
  const [waiting, answered, both, none] = [
    await world.openCase('referent'),
    await world.openCase('referent'),
    await world.openCase('referent'),
    await world.openCase('referent'),
  ] as const;
  const request = async (caseId: string, done: boolean) =>
    database.transaction(async (tx) => {
      const id = newId();
      await openRequest(tx, { id, caseId, kind: 'meeting' });
      if (done) await answerRequest(tx, id);
      return id;
    });
  await request(waiting, false);
  await request(answered, true);
  await request(both, false);
  await request(both, true);
  const ids = async (query: string) => {
    const { cards, found } = await mine('referent', query);
    assert.is(found, cards.length);
    return new Set(cards.map(({ caseId }) => caseId));
  };
  const only = async (query: string, expected: string[]) => {
    const found = await ids(query);
    for (const caseId of [waiting, answered, both, none])
      assert.is(found.has(caseId), expected.includes(caseId), query);
  };
  await only('?pending=true', [waiting, both]);
  await only('?answered=true', [answered, both]);
  await only('?pending=true&answered=true', [waiting, answered, both]);
  await only('', [waiting, answered, both, none]);
  const card = (await mine('referent')).cards.find(({ caseId }) => caseId === both);
  assert.equal(card?.requests, { pending: 1, answered: 1 });

  const withdrawn = await request(none, false);
  await only('?pending=true', [waiting, both, none]);
  await database.transaction((tx) => withdrawRequest(tx, withdrawn));
  await only('?pending=true', [waiting, both]);
});

test('a filter that is no filter is refused', async () => {
  for (const query of ['?pending=yes', '?answered=1', '?may=case.write', `?search=${'a'.repeat(101)}`])
    assert.is((await world.ask('presenter', 'GET', `/api/cases${query}`)).status, 422, query);
  assert.is((await world.ask('nobody', 'GET', '/api/cases')).status, 401);
});

test.run();
