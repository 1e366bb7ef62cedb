import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import type { BoardCard, CaseDetail } from '@concertation/shared/contracts';
import { oncologyQuorum } from '@concertation/shared/domain';
import { boardAdministrators, createBoard, searchBoards } from '../src/boards/index.ts';
import { boardCards } from '../src/http/routes/boards/board-cards.ts';
import { newId } from '../src/lib/index.ts';
import { createMeeting } from '../src/meetings/index.ts';
import type { Notice } from '../src/notifications/index.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { BoardWorld } from './support/board-world.ts';
import { DemonstrationWorld, type Who } from './support/demonstration-world.ts';
import { listenTo } from './support/listen-to.ts';

let world: DemonstrationWorld;
let boards: BoardWorld;
const told: Notice[] = [];
test.before(async () => {
  world = await DemonstrationWorld.open();
  boards = new BoardWorld(world);
  world.server.services.tell = async (_tx, notice) => {
    told.push(notice);
  };
});
test.after(() => world?.stop());

const list = (who: Who, query = '') => world.get<BoardCard[]>(who, 'GET', `/api/boards${query}`);
const find = async (who: Who, search: string, more = '') =>
  (await list(who, `?search=${encodeURIComponent(search)}${more}`)).map(({ name }) => name);

// SC-100, SC-47, SC-98: whoever creates a staff coordinates it; what was not said has a default.
test('a name, a kind and an organisation make a board, coordinated by whoever created it', async () => {
  const boardId = await boards.board({ name: '  Staff des reins ' }, 'outsider');
  const detail = await boards.read('outsider', boardId);
  assert.is(detail.name, 'Staff des reins');
  assert.is(detail.organisation, 'CHU des essais');
  assert.equal(detail.roles, ['coordinator']);
  assert.ok(detail.abilities.includes('board.manage'));
  assert.is(detail.settings.timeZone, 'Europe/Paris');
  assert.is(detail.settings.closingHours, 24);
  assert.equal(detail.settings.video, { mode: 'none', details: '' });
  assert.equal(
    (await auditTrail(world.server, eq(auditEvents.subject, `board:${boardId}`))).map(({ kind }) => kind),
    ['board.created', 'grant.given'],
  );
});

// SC-47
test('a board belongs to one or several organisations, which exist before it', async () => {
  const first = await boards.organisation('Zénith');
  const second = await boards.organisation('Aurore');
  const boardId = await boards.board({ organisationIds: [first, second] });
  const detail = await boards.read('coordinator', boardId);
  assert.equal(
    detail.organisations.map(({ name }) => name),
    ['Zénith', 'Aurore'],
  );
  assert.is(detail.organisation, 'Zénith');
  for (const organisationIds of [[newId()], [first, newId()], [], undefined]) {
    const answer = await world.ask('coordinator', 'POST', '/api/boards', await boards.settings({ organisationIds }));
    assert.is(refusalCode(answer), 'invalid', String(organisationIds));
  }
});

// SC-02, SC-71, SC-72, SC-99, OO-12, OO-35: all that a coordinator decides is kept and given back.
test('a board keeps its settings', async () => {
  const settings = await boards.settings({
    name: 'RCP nationale',
    kind: 'rcp_maladie_rare',
    variant: 'rare',
    level: 'national',
    field: 'digestif',
    place: 'Lyon',
    charter: 'Une ligne\nUne autre',
    frequency: 'monthly',
    timeZone: 'Indian/Reunion',
    capacity: 12,
    closingHours: 48,
    minutesPerCase: 8,
    admitsGuests: true,
    published: true,
    showsMembers: true,
    quorum: oncologyQuorum,
    labels: [{ key: 'urgence', name: 'Urgence', urgent: true }],
    labelsMandatory: true,
    questionnaire: [
      { type: 'text', key: 'text', label: 'Texte', mandatory: true },
      { type: 'choice', key: 'choice', label: 'Choix', mandatory: false, choices: ['Un', 'Deux'] },
      { type: 'number', key: 'number', label: 'Nombre', mandatory: false, unit: 'mg' },
      { type: 'date', key: 'date', label: 'Date', mandatory: false },
      { type: 'document', key: 'document', label: 'Document', mandatory: true },
    ],
    video: { mode: 'link', details: 'https://visio.exemple/rcp\nCode 1234' },
  });
  const boardId = await boards.board(settings);
  assert.equal((await boards.read('coordinator', boardId)).settings, settings as never);
});

test('settings that contradict themselves are refused', async () => {
  const question = { type: 'text', key: 'same', label: 'Texte', mandatory: false };
  for (const wrong of [
    { name: '' },
    { kind: 'club' },
    { level: 'galactic' },
    { timeZone: 'Paris' },
    { capacity: 0 },
    { closingHours: -1 },
    { questionnaire: [question, question] },
    { questionnaire: [{ ...question, type: 'choice', choices: ['Un seul'] }] },
    { video: { mode: 'pigeon', details: '' } },
    { quorum: { specialties: 0, rules: [] } },
  ]) {
    const answer = await world.ask('coordinator', 'POST', '/api/boards', await boards.settings(wrong));
    assert.is(refusalCode(answer), 'invalid', JSON.stringify(wrong));
  }
});

// OO-44: RCP access and RCP administration access are two rights.
test('a member reads the board; only its coordinator changes it, from what they saw', async () => {
  const boardId = await boards.board();
  await boards.setMember(boardId, 'secretary', 'secretary');
  await boards.setMember(boardId, 'expert', 'member');
  const body = { ...(await boards.settings({ name: 'Renommée' })), revision: 1 };
  const change = (who: Who, more = {}) => world.ask(who, 'PATCH', `/api/boards/${boardId}`, { ...body, ...more });
  for (const who of ['secretary', 'expert'] as const) {
    assert.is((await boards.read(who, boardId)).name, 'RCP des essais');
    assert.is(refusalCode(await change(who)), 'forbidden');
  }
  assert.is(refusalCode(await change('outsider')), 'not_found');
  assert.is((await change('coordinator')).status, 204);
  const changed = await boards.read('expert', boardId);
  assert.is(changed.name, 'Renommée');
  assert.is(changed.revision, 2);
  assert.is(refusalCode(await change('coordinator', { name: 'Trop tard' })), 'stale');
  assert.is(refusalCode(await change('coordinator', { revision: 2, organisationIds: [newId()] })), 'invalid');
  assert.is((await boards.read('expert', boardId)).revision, 2);
});

test('of two changes made from the same page, one is kept and the other is told', async () => {
  const boardId = await boards.board();
  const settings = await boards.settings();
  const answers = await Promise.all(
    ['Une', 'Deux'].map((name) =>
      world.ask('coordinator', 'PATCH', `/api/boards/${boardId}`, { ...settings, name, revision: 1 }),
    ),
  );
  assert.equal(
    answers.map(({ status }) => status).sort((one, other) => one - other),
    [204, 409],
  );
});

test('a board that is not published does not exist for who is not in it', async () => {
  const boardId = await boards.board({ name: 'RCP discrète' });
  assert.is(refusalCode(await world.ask('outsider', 'GET', `/api/boards/${boardId}`)), 'not_found');
  assert.is(refusalCode(await world.ask('outsider', 'GET', `/api/boards/${newId()}`)), 'not_found');
  assert.equal(await find('outsider', 'discrète'), []);
  assert.equal(await find('coordinator', 'discrète'), ['RCP discrète']);
});

test('who does not belong to a published board reads neither how to reach its call nor its members, unless it shows them', async () => {
  const video = { mode: 'audio', details: 'Code 9876' };
  const hidden = await boards.board({ name: 'RCP ouverte', published: true, video });
  const seen = await boards.read('outsider', hidden);
  assert.equal(seen.settings.video, { mode: 'audio', details: '' });
  assert.equal(seen.members, []);
  assert.equal(seen.roles, []);
  assert.equal(seen.invitations, []);
  assert.is((await boards.read('coordinator', hidden)).settings.video.details, 'Code 9876');
  const shown = await boards.board({ published: true, showsMembers: true, admitsGuests: true });
  await boards.setMember(shown, 'expert', 'guest');
  assert.equal(
    (await boards.read('outsider', shown)).members.map(({ person, email }) => [person.name, email]),
    [['Pr Hélène Vasseur', null]],
    'no guest, no address',
  );
});

// SC-34, SC-61, SC-62
test('boards are found by name, field, place and organisation, without accents and in spite of a typo', async () => {
  const organisation = await boards.organisation('Institut Élan');
  const board = (name: string, more: Record<string, unknown>) =>
    boards.board({ name, published: true, organisationIds: [organisation], ...more });
  await board('Recours foie', { field: 'Hépatobiliaire', place: 'Nîmes' });
  await board('Goitres', { field: 'Thyroïde', place: 'Alès' });
  for (const search of ['thyroide', 'THYROÏDE', 'tyroide', 'thiroïde', 'goitre ales', 'élan thyr'])
    assert.equal((await find('outsider', search))[0], 'Goitres', search);
  for (const search of ['hepatobilaire', 'nimes', 'foi'])
    assert.ok((await find('outsider', search)).includes('Recours foie'), search);
  assert.ok((await find('coordinator', 'digestiv')).includes('RCP Digestif'));
  for (const search of ['thyroide nimes', 'zzzzzz', '%', '_', "' or 1=1 --", '\\'])
    assert.equal(await find('outsider', search), [], search);
});

// SC-61
test('without a search my boards come first; a filter leaves only mine', async () => {
  await boards.board({ name: 'AAA publiée', published: true });
  const mine = await boards.board({ name: 'ZZZ à moi' }, 'referent');
  const all = await list('referent');
  assert.is(all[0]?.boardId, mine);
  assert.equal(all[0]?.roles, ['coordinator']);
  assert.ok(all.some(({ name }) => name === 'AAA publiée'));
  assert.equal(
    (await list('referent', '?mine=true')).map(({ boardId }) => boardId),
    [mine],
  );
  assert.is((await world.ask('referent', 'GET', '/api/boards?mine=perhaps')).status, 422);
});

// SC-99
test('opinion platforms are told from the boards that meet, and show no date', async () => {
  const boardId = await boards.board({ name: 'Plateforme sarcomes', kind: 'opinion_platform', published: true });
  await world.server.services.database.transaction((tx) => createMeeting(tx, { boardId, startsAt: new Date() }));
  assert.equal(await find('outsider', 'sarcomes', '&kind=opinion_platform'), ['Plateforme sarcomes']);
  assert.equal(await find('outsider', 'sarcomes', '&kind=meeting'), []);
  const detail = await boards.read('outsider', boardId);
  assert.is(detail.next, null);
  assert.is(detail.today, null);
});

// SC-59: the day is the board's, wherever the reader is.
test('a card says the next date, and whether a meeting is held today', async () => {
  const { database } = world.server.services;
  const later = await boards.board({ name: 'RCP plus tard' });
  const today = await boards.board({ name: 'RCP du jour' });
  const plan = (boardId: string, startsAt: Date) =>
    database.transaction((tx) => createMeeting(tx, { boardId, startsAt }));
  const inTenDays = await plan(later, new Date(Date.now() + 10 * 86_400_000));
  const now = await plan(today, new Date());
  assert.is((await boards.read('coordinator', later)).next?.meetingId, inTenDays);
  assert.is((await boards.read('coordinator', later)).today, null);
  assert.is((await boards.read('coordinator', today)).today?.meetingId, now);
});

test('a list takes as many queries for thirty boards as for one', async () => {
  const { db } = world.server.services.database;
  const accountId = world.accountId('coordinator');
  for (let index = 0; index < 30; index += 1) await boards.board({ name: `RCP nombre ${index}`, published: true });
  const statements = async (search: string) => {
    let count = 0;
    const counting = new Proxy(db, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key !== 'select' && key !== 'execute') return value;
        return (...given: unknown[]) => {
          count += 1;
          return (value as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    const found = await searchBoards(counting, accountId, { search, mine: false });
    await boardCards(counting, accountId, found);
    return { count, found: found.length };
  };
  const one = await statements('nombre 17');
  const many = await statements('');
  assert.ok(many.found >= 30);
  assert.is(many.count, one.count);
});

// SC-98, OO-27, SC-30
test('one role each: a new one replaces the old one, and who is added is told', async () => {
  const boardId = await boards.board();
  told.length = 0;
  assert.is((await boards.setMember(boardId, 'expert', 'member')).status, 204);
  assert.equal(told, [
    {
      to: [world.accountId('expert')],
      kind: 'member_added',
      about: { boardId, boardName: 'RCP des essais', by: 'Pr Hélène Vasseur' },
    },
  ]);
  assert.is((await boards.setMember(boardId, 'expert', 'delegate')).status, 204);
  assert.is((await boards.setMember(boardId, 'expert', 'delegate')).status, 204);
  assert.is(told.length, 1, 'a change of role is not an arrival');
  assert.equal((await boards.read('expert', boardId)).roles, ['delegate']);
  const { database } = world.server.services;
  assert.equal(
    (await boardAdministrators(database.db, boardId)).sort(),
    [world.accountId('coordinator'), world.accountId('expert')].sort(),
  );
  const kinds = (await auditTrail(world.server, eq(auditEvents.subject, `board:${boardId}`))).map(({ kind }) => kind);
  assert.equal(kinds, ['board.created', 'grant.given', 'grant.given', 'grant.given', 'grant.withdrawn']);
});

test('a member’s role is decided by the coordinator alone, about somebody who exists', async () => {
  const boardId = await boards.board();
  await boards.setMember(boardId, 'secretary', 'secretary');
  assert.is(refusalCode(await boards.setMember(boardId, 'expert', 'member', 'secretary')), 'forbidden');
  assert.is(refusalCode(await boards.setMember(boardId, 'expert', 'member', 'outsider')), 'not_found');
  assert.is(refusalCode(await boards.setMember(boardId, 'expert', 'king')), 'invalid');
  const unknown = { accountId: newId(), role: 'member' };
  assert.is(refusalCode(await world.ask('coordinator', 'POST', `/api/boards/${boardId}/members`, unknown)), 'invalid');
  assert.is(refusalCode(await boards.removeMember(boardId, 'expert')), 'not_found');
});

test('a guest is admitted only where guests are', async () => {
  const closed = await boards.board();
  assert.is(refusalCode(await boards.setMember(closed, 'expert', 'guest')), 'wrong_state');
  const open = await boards.board({ admitsGuests: true });
  assert.is((await boards.setMember(open, 'expert', 'guest')).status, 204);
  assert.equal((await boards.read('expert', open)).roles, ['guest']);
});

test('a board is never left without a coordinator', async () => {
  const boardId = await boards.board();
  assert.is(refusalCode(await boards.removeMember(boardId, 'coordinator')), 'last_administrator');
  assert.is(refusalCode(await boards.setMember(boardId, 'coordinator', 'member')), 'last_administrator');
  await boards.setMember(boardId, 'expert', 'coordinator');
  assert.is((await boards.removeMember(boardId, 'coordinator')).status, 204);
  assert.is(refusalCode(await boards.removeMember(boardId, 'expert', 'expert')), 'last_administrator');
});

test('of two coordinators who leave at once, one stays', async () => {
  const boardId = await boards.board();
  await boards.setMember(boardId, 'expert', 'coordinator');
  const answers = await Promise.all([
    boards.removeMember(boardId, 'expert', 'coordinator'),
    boards.removeMember(boardId, 'coordinator', 'expert'),
  ]);
  assert.is(answers.filter(({ status }) => status === 204).length, 1);
});

test('who is taken out reaches nothing of the board any more, and every process hears of it', async () => {
  const boardId = await boards.board();
  await boards.setMember(boardId, 'expert', 'member');
  const { heard } = await listenTo(world.server.services.database, 'access_changed');
  assert.is((await boards.removeMember(boardId, 'expert')).status, 204);
  await heard(`board:${boardId}`);
  assert.is(refusalCode(await world.ask('expert', 'GET', `/api/boards/${boardId}`)), 'not_found');
});

// OO-24
test('administrators have the addresses of the members; members do not', async () => {
  const boardId = await boards.board();
  await boards.setMember(boardId, 'secretary', 'secretary');
  await boards.setMember(boardId, 'expert', 'member');
  const addresses = async (who: Who) => (await boards.read(who, boardId)).members.map(({ email }) => email);
  for (const who of ['coordinator', 'secretary'] as const)
    assert.equal(await addresses(who), [
      'helene.vasseur@demonstration.invalid',
      'sophie.lambert@demonstration.invalid',
      'antoine.ferrand@demonstration.invalid',
    ]);
  assert.equal(await addresses('expert'), [null, null, null]);
});

// SC-30: what is presented to a board is among the patients of who administers it.
test('« Mes patients » include those of the boards that I administer', async () => {
  const { database } = world.server.services;
  const { boardId } = (await world.meeting('planned')).board;
  const meetingId = await database.transaction((tx) =>
    createMeeting(tx, { boardId, startsAt: new Date(Date.now() + 86_400_000) }),
  );
  const caseId = await world.openCase('presenter');
  await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  for (const who of ['coordinator', 'secretary'] as const)
    assert.is((await world.get<CaseDetail>(who, 'GET', `/api/cases/${caseId}`)).caseId, caseId);
});

test('a board made by the product needs no organisation', async () => {
  const { database } = world.server.services;
  const members = [{ accountId: world.accountId('outsider'), role: 'coordinator' }] as const;
  const { boardId } = await database.transaction((tx) =>
    createBoard(tx, { name: 'Staff interne', kind: 'staff', organisation: 'Clinique', members: [...members] }),
  );
  const detail = await boards.read('outsider', boardId);
  assert.equal(detail.settings.organisationIds, []);
  assert.equal(await find('outsider', 'clinique'), ['Staff interne']);
});

test.run();
