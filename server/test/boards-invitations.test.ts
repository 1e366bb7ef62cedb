import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, invitations } from '@concertation/schema';
import type { InvitationDetail } from '@concertation/shared/contracts';
import { invite } from '../src/boards/index.ts';
import { newId } from '../src/lib/index.ts';
import { createMeeting } from '../src/meetings/index.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { BoardWorld } from './support/board-world.ts';
import { DemonstrationWorld, type Who } from './support/demonstration-world.ts';

let world: DemonstrationWorld;
let boards: BoardWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
  boards = new BoardWorld(world);
});
test.after(() => world?.stop());

let addresses = 0;
const newAddress = () => `confrere-${(addresses += 1)}@exemple.invalid`;

const inviteTo = (boardId: string, email: string, role = 'member', by: Who = 'coordinator') =>
  world.ask(by, 'POST', `/api/boards/${boardId}/invitations`, { email, role });
const look = (token: string, who: Who = 'nobody') => world.ask(who, 'GET', `/api/invitations/${token}`);
const accept = (token: string, who: Who = 'outsider') => world.ask(who, 'POST', `/api/invitations/${token}/acceptance`);
const rolesOf = async (who: Who, boardId: string) => (await boards.read(who, boardId)).roles;

/** A board and the link of an invitation to it. */
async function invited(role = 'member'): Promise<{ boardId: string; token: string; email: string }> {
  const boardId = await boards.board({ admitsGuests: true });
  const email = newAddress();
  assert.is((await inviteTo(boardId, email, role)).status, 204);
  return { boardId, email, token: boards.token(email) };
}

test('an invitation is mailed with a link that says who invites, to what', async () => {
  const { boardId, token, email } = await invited();
  const mail = boards.mails.findLast(({ recipient }) => recipient === email);
  assert.is(mail?.subject, 'Invitation : RCP des essais');
  assert.match(mail?.text ?? '', `${world.server.services.origin}/invitation/${token}`);
  assert.match(mail?.text ?? '', 'Pr Hélène Vasseur vous invite à rejoindre « RCP des essais »');
  assert.equal((await look(token)).body, {
    invitedBy: 'Pr Hélène Vasseur',
    boardName: 'RCP des essais',
    meetingStartsAt: null,
    role: 'member',
    state: 'pending',
  });
  const [pending] = (await boards.read('coordinator', boardId)).invitations;
  assert.is(pending?.email, email);
  assert.is(pending?.role, 'member');
});

test('the secret of a link is nowhere in the database', async () => {
  const { token } = await invited();
  const rows = await world.server.services.database.db.select().from(invitations);
  assert.not.match(JSON.stringify(rows), token);
  assert.is(token.length, 43);
});

// SC-98
test('who accepts has the role on the board, once', async () => {
  const { boardId, token } = await invited('secretary');
  const first = await accept(token);
  assert.equal(first.body, { boardId, meetingId: null });
  assert.equal(await rolesOf('outsider', boardId), ['secretary']);
  assert.equal((await boards.read('coordinator', boardId)).invitations, []);
  assert.is(((await look(token)).body as InvitationDetail).state, 'accepted');
  const subject = eq(auditEvents.subject, `board:${boardId}`);
  const before = (await auditTrail(world.server, subject)).length;
  assert.equal((await accept(token)).body, { boardId, meetingId: null });
  assert.is((await auditTrail(world.server, subject)).length, before, 'accepted twice is accepted once');
});

test('accepting again does not bring back who was taken out', async () => {
  const { boardId, token } = await invited();
  await accept(token);
  await boards.removeMember(boardId, 'outsider');
  assert.is((await accept(token)).status, 200);
  assert.is(refusalCode(await world.ask('outsider', 'GET', `/api/boards/${boardId}`)), 'not_found');
});

test('an invitation never takes a stronger role away, and raises a weaker one', async () => {
  const { boardId, token } = await invited('member');
  assert.is((await accept(token, 'coordinator')).status, 200);
  assert.equal(await rolesOf('coordinator', boardId), ['coordinator']);
  await boards.setMember(boardId, 'expert', 'guest');
  const email = newAddress();
  await inviteTo(boardId, email, 'secretary');
  await accept(boards.token(email), 'expert');
  assert.equal(await rolesOf('expert', boardId), ['secretary']);
});

test('a link serves one account', async () => {
  const { boardId, token } = await invited();
  await accept(token, 'outsider');
  assert.is(refusalCode(await accept(token, 'referent')), 'invitation_ended');
  assert.is(refusalCode(await world.ask('referent', 'GET', `/api/boards/${boardId}`)), 'not_found');
});

test('of two accounts that follow one link at once, one is admitted', async () => {
  const { token } = await invited();
  const answers = await Promise.all([accept(token, 'outsider'), accept(token, 'referent')]);
  assert.equal(
    answers.map(({ status }) => status).sort((one, other) => one - other),
    [200, 410],
  );
});

test('an invitation lasts fourteen days', async () => {
  const { boardId, token } = await invited();
  const { db } = world.server.services.database;
  const [row] = await db.select().from(invitations).where(eq(invitations.boardId, boardId));
  assert.is((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0), 14 * 86_400_000);
  await db
    .update(invitations)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(eq(invitations.boardId, boardId));
  assert.is(((await look(token)).body as InvitationDetail).state, 'expired');
  assert.is(refusalCode(await accept(token)), 'invitation_ended');
  assert.equal((await boards.read('coordinator', boardId)).invitations, []);
});

test('inviting an address again renews: one invitation, a new link, the old one opens nothing', async () => {
  const { boardId, token, email } = await invited();
  assert.is((await inviteTo(boardId, email.toUpperCase(), 'secretary')).status, 204);
  const renewed = boards.token(email);
  assert.is.not(renewed, token);
  assert.is(refusalCode(await accept(token)), 'invitation_ended');
  assert.is(refusalCode(await look(token)), 'invitation_ended');
  const pending = (await boards.read('coordinator', boardId)).invitations;
  assert.equal(
    pending.map((one) => [one.email, one.role]),
    [[email, 'secretary']],
  );
  assert.is((await accept(renewed)).status, 200);
});

test('a withdrawn invitation opens nothing more', async () => {
  const { boardId, token } = await invited();
  const other = await boards.board();
  const [pending] = (await boards.read('coordinator', boardId)).invitations;
  const path = (from: string) => `/api/boards/${from}/invitations/${pending?.invitationId}`;
  assert.is(refusalCode(await world.ask('coordinator', 'DELETE', path(other))), 'not_found');
  assert.is((await world.ask('coordinator', 'DELETE', path(boardId))).status, 204);
  assert.is(refusalCode(await world.ask('coordinator', 'DELETE', path(boardId))), 'not_found');
  assert.is(refusalCode(await accept(token)), 'invitation_ended');
});

test('guests are invited only where they are admitted, and come in only while they are', async () => {
  const closed = await boards.board();
  assert.is(refusalCode(await inviteTo(closed, newAddress(), 'guest')), 'wrong_state');
  const { boardId, token } = await invited('guest');
  const settings = await boards.settings({ admitsGuests: false });
  await world.get('coordinator', 'PATCH', `/api/boards/${boardId}`, { ...settings, revision: 1 });
  assert.is(refusalCode(await accept(token)), 'invitation_ended');
});

test('only who manages a board invites to it, and an address is one', async () => {
  const boardId = await boards.board();
  await boards.setMember(boardId, 'secretary', 'secretary');
  assert.is(refusalCode(await inviteTo(boardId, newAddress(), 'member', 'secretary')), 'forbidden');
  assert.is(refusalCode(await inviteTo(boardId, newAddress(), 'member', 'outsider')), 'not_found');
  assert.is(refusalCode(await inviteTo(boardId, newAddress(), 'member', 'nobody')), 'signed_out');
  for (const email of ['', 'personne', 'a@b', 'a@b.fr\nBcc: c@d.fr'])
    assert.is(refusalCode(await inviteTo(boardId, email)), 'invalid', email);
  assert.is(refusalCode(await inviteTo(boardId, newAddress(), 'king')), 'invalid');
});

test('a link that was never given says nothing', async () => {
  for (const token of ['x'.repeat(43), newId()]) {
    assert.is(refusalCode(await look(token)), 'invitation_ended');
    assert.is(refusalCode(await accept(token)), 'invitation_ended');
  }
  assert.is(refusalCode(await look('court')), 'not_found');
  assert.is(refusalCode(await accept('x'.repeat(43), 'nobody')), 'signed_out');
});

// SC-25, SC-32
test('a colleague is invited to the product alone', async () => {
  const email = newAddress();
  assert.is((await world.ask('expert', 'POST', '/api/invitations', { email })).status, 204);
  assert.is((await world.ask('expert', 'POST', '/api/invitations', { email })).status, 204);
  const token = boards.token(email);
  assert.equal((await look(token)).body, {
    invitedBy: 'Dr Antoine Ferrand',
    boardName: null,
    meetingStartsAt: null,
    role: null,
    state: 'pending',
  });
  assert.equal((await accept(token, 'referent')).body, { boardId: null, meetingId: null });
  const { db } = world.server.services.database;
  assert.is(await db.$count(invitations, eq(invitations.email, email)), 1);
});

test('who accepts the invitation to one meeting is a guest of it, and of nothing else', async () => {
  const boardId = await boards.board({ admitsGuests: true });
  const { services } = world.server;
  const startsAt = new Date('2031-03-04T10:00:00Z');
  const meetingId = await services.database.transaction((tx) => createMeeting(tx, { boardId, startsAt }));
  const coordinator = {
    accountId: world.accountId('coordinator'),
    sessionId: newId(),
    name: 'Pr H. V.',
    specialty: '',
    guestOf: null,
  };
  const email = newAddress();
  await invite(services, coordinator, { email, boardId, meetingId, role: 'guest' });
  const token = boards.token(email);
  const detail = (await look(token)).body as InvitationDetail;
  assert.is(detail.meetingStartsAt, startsAt.toISOString());
  assert.is(detail.role, 'guest');
  assert.is((await boards.read('coordinator', boardId)).invitations[0]?.meetingId, meetingId);
  assert.equal((await accept(token)).body, { boardId, meetingId });
  assert.is((await world.ask('outsider', 'GET', `/api/meetings/${meetingId}`)).status, 200);
  assert.is(refusalCode(await world.ask('outsider', 'GET', `/api/boards/${boardId}`)), 'not_found');
});

test('neither the audit nor its details hold an address', async () => {
  const { boardId, email } = await invited();
  const rows = await auditTrail(world.server, eq(auditEvents.subject, `board:${boardId}`));
  assert.is(rows.at(-1)?.kind, 'invitation.sent');
  assert.not.match(JSON.stringify(rows), email);
});

test.run();
