import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, boards, guestLinks, sessions } from '@concertation/schema';
import type { GuestLink, Me, MeetingDetail } from '@concertation/shared/contracts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { GuestWorld, somebody } from './support/guest-world.ts';
import { dayMs } from './support/presenting-world.ts';
import type { ActorName } from './support/report-world.ts';
import { SyncClient } from './support/sync-client.ts';
import { waitFor } from './support/wait-for.ts';

// docs/specs/guests.md

let world: GuestWorld;
test.before(async () => {
  world = await GuestWorld.open();
});
test.after(() => world?.stop());

const kindsOn = async (meetingId: string) =>
  (await auditTrail(world.server, eq(auditEvents.subject, `meeting:${meetingId}`))).map(({ kind }) => kind);

// CM-08, CM-32, GST-1
test('somebody without an account is invited by a personal link, vouched for by who invites', async () => {
  const meetingId = await world.meeting();
  assert.is((await world.invite(meetingId)).status, 200);
  const { subject, text, calendar } = await world.mail(somebody.email);
  assert.is(subject, 'Invitation : RCP Thorax');
  assert.match(text, 'Dr Camille secretary vous invite à la réunion « RCP Thorax » du');
  assert.match(text, 'Vous y participerez comme Mme Ines Carpentier, Cardiologue');
  assert.match(text, 'Aucun compte, rien à installer');
  assert.match(text, 'Assistance : 01 00 00 00 00');
  const token = await world.token(somebody.email);
  assert.match(calendar?.replaceAll('\r\n ', '') ?? '', `/invite/${token}`);
  assert.not.match(JSON.stringify(await world.db.select().from(guestLinks)), token);

  const link = (await world.look(token)).body as GuestLink;
  assert.equal(
    [link.meetingId, link.boardName, link.name, link.quality, link.invitedBy],
    [meetingId, 'RCP Thorax', 'Mme Ines Carpentier', 'Cardiologue', 'Dr Camille secretary'],
  );
  assert.equal(Object.keys(link).sort(), [
    'boardName',
    'durationMinutes',
    'invitedBy',
    'meetingId',
    'name',
    'quality',
    'startsAt',
    'timeZone',
  ]);
  const [guest] = await world.guests(meetingId);
  assert.equal([guest?.state, guest?.email, guest?.name], ['invited', somebody.email, 'Mme Ines Carpentier']);
  assert.equal((await kindsOn(meetingId)).slice(-2), ['grant.given', 'guest.invited']);
});

// GST-1
test('only who runs the meeting invites, sees, renews and withdraws its guests', async () => {
  const meetingId = await world.meeting();
  const { guestId, cookie } = await world.arrived(meetingId);
  const attempts = [
    ['GET', ''],
    ['POST', '', somebody],
    ['POST', `/${guestId}/renewal`],
    ['DELETE', `/${guestId}`],
  ] as const;
  for (const [method, path, body] of attempts) {
    const address = `/api/meetings/${meetingId}/guests${path}`;
    const asked = (who: ActorName) => world.presenting.ask(who, method, address, body);
    assert.is(refusalCode(await asked('member')), 'forbidden', `${method} ${path}`);
    assert.is(refusalCode(await asked('outsider')), 'not_found', `${method} ${path}`);
    assert.is(refusalCode(await world.as(cookie, method, address, body)), 'forbidden', `${method} ${path}`);
  }
  const other = await world.meeting();
  for (const [method, path] of [
    ['POST', '/renewal'],
    ['DELETE', ''],
  ] as const) {
    const answer = await world.presenting.ask('secretary', method, `/api/meetings/${other}/guests/${guestId}${path}`);
    assert.is(refusalCode(answer), 'not_found', 'a guest of another meeting');
  }
});

// GST-1
test('a board that admits no guest, a meeting that is over, a name that is none: refused', async () => {
  const closed = await world.meeting({ state: 'closed' });
  assert.is(refusalCode(await world.invite(closed)), 'wrong_state');
  const past = await world.meeting({ startsAt: new Date(Date.now() - 2 * dayMs) });
  assert.is(refusalCode(await world.invite(past)), 'wrong_state');
  const withoutGuests = await world.presenting.meeting({});
  assert.is(refusalCode(await world.invite(withoutGuests)), 'wrong_state');
  const meetingId = await world.meeting();
  for (const wrong of [
    { email: 'nobody' },
    { email: 'a@exemple.invalid, b@exemple.invalid' },
    { givenName: '' },
    { familyName: 'Dupont\r\nBcc: x@exemple.invalid' },
    { quality: '' },
    { title: 'Sir' },
  ])
    assert.is(refusalCode(await world.invite(meetingId, { ...somebody, ...wrong })), 'invalid', JSON.stringify(wrong));
  assert.equal(await world.guests(meetingId), []);
});

// CM-08, GST-3
test('the link opens a session for this meeting, in one browser at a time, which ends with the meeting', async () => {
  const meetingId = await world.meeting({ startsAt: new Date(Date.now() - 3_600_000), durationMinutes: 30 });
  const { guestId, cookie, email, accountId } = await world.arrived(meetingId);
  const me = (await world.as(cookie, 'GET', '/api/me')).body as Me;
  assert.equal([me.guestOf, me.email, me.name, me.specialty], [meetingId, null, 'Mme Ines Carpentier', 'Cardiologue']);
  assert.is((await world.guests(meetingId)).find((guest) => guest.guestId === guestId)?.state, 'came');
  const [session] = await world.db.select().from(sessions).where(eq(sessions.accountId, accountId));
  const left = (session?.endsAt.getTime() ?? 0) - Date.now();
  assert.ok(left > 3.4 * 3_600_000 && left <= 3.5 * 3_600_000, `ends in ${left} ms`);

  const second = await world.follow(await world.token(email));
  assert.is(second.status, 200);
  assert.is(refusalCode(await world.as(cookie, 'GET', '/api/me')), 'signed_out', 'the first browser is out');
});

// GST-3
test('who is signed in and follows a guest’s link leaves their account in that browser, and only there', async () => {
  const meetingId = await world.meeting();
  const { email } = await world.arrived(meetingId);
  const { outsider } = world.presenting.world.people;
  await world.follow(await world.token(email), outsider.cookie);
  assert.is(refusalCode(await world.as(outsider.cookie, 'GET', '/api/me')), 'signed_out');
  const { database, sessions: doors } = world.server.services;
  const { cookie } = await database.transaction((tx) =>
    doors.open(tx, { accountId: outsider.principal.accountId, means: 'passkey', device: 'test', replaces: null }),
  );
  outsider.cookie = cookie.split(';', 1)[0] as string;
});

// GST-4
test('a renewed link replaces the former one and ends what it opened; so does the same invitation again', async () => {
  const meetingId = await world.meeting();
  const { guestId, cookie, email } = await world.arrived(meetingId);
  const former = await world.token(email);
  const renewed = await world.presenting.ask(
    'secretary',
    'POST',
    `/api/meetings/${meetingId}/guests/${guestId}/renewal`,
  );
  assert.is(renewed.status, 204);
  assert.is(refusalCode(await world.as(cookie, 'GET', '/api/me')), 'signed_out');
  assert.is(refusalCode(await world.look(former)), 'invitation_ended');
  assert.is(refusalCode(await world.follow(former)), 'invitation_ended');
  assert.is((await world.follow(await world.token(email))).status, 200);

  const again = await world.invite(meetingId, { ...somebody, email, familyName: 'Charpentier', quality: 'Radiologue' });
  assert.equal(again.body, { guestId });
  const [guest, ...others] = await world.guests(meetingId);
  assert.equal([guest?.name, guest?.quality, others.length], ['Mme Ines Charpentier', 'Radiologue', 0]);
});

// GST-4
test('a withdrawn guest is out, with their channels; the link, the meeting and its cases are nothing to them', async () => {
  const meetingId = await world.meeting();
  const { guestId, cookie, email } = await world.arrived(meetingId);
  const client = new SyncClient(world.server, cookie, `meeting:${meetingId}`);
  try {
    await waitFor(() => client.provider.synced, 'the meeting’s document');
    assert.is(client.provider.authorizedScope, 'readonly');
    const withdraw = () => world.presenting.ask('secretary', 'DELETE', `/api/meetings/${meetingId}/guests/${guestId}`);
    assert.is((await withdraw()).status, 204);
    assert.is((await withdraw()).status, 204, 'twice is once');
    await waitFor(() => !client.provider.synced || client.reasons.length > 0, 'the end of the channel');
  } finally {
    client.close();
  }
  assert.is(refusalCode(await world.as(cookie, 'GET', `/api/meetings/${meetingId}`)), 'signed_out');
  const token = await world.token(email);
  assert.is(refusalCode(await world.look(token)), 'invitation_ended');
  assert.is(refusalCode(await world.follow(token)), 'invitation_ended');
  const renewal = await world.presenting.ask(
    'secretary',
    'POST',
    `/api/meetings/${meetingId}/guests/${guestId}/renewal`,
  );
  assert.is(refusalCode(renewal), 'wrong_state');
  assert.is((await world.guests(meetingId))[0]?.state, 'withdrawn');
  const kinds = (await kindsOn(meetingId)).filter((kind) => kind.endsWith('.withdrawn'));
  assert.equal(kinds, ['grant.withdrawn', 'guest.withdrawn']);
  const invited = await world.invite(meetingId, { ...somebody, email });
  assert.is.not((invited.body as { guestId: string }).guestId, guestId, 'a new invitation is a new guest');
});

// GST-3
test('a meeting that is over, or a board that admits no guest any more, ends the links; a refusal leaves its trace', async () => {
  for (const state of ['closed', 'cancelled'] as const) {
    const meetingId = await world.meeting();
    const { email } = await world.arrived(meetingId);
    await world.presenting.setMeeting(meetingId, { state });
    assert.is(refusalCode(await world.look(await world.token(email))), 'invitation_ended', state);
    assert.is(refusalCode(await world.follow(await world.token(email))), 'invitation_ended', state);
  }
  const meetingId = await world.meeting();
  const { email } = await world.arrived(meetingId);
  const admit = (admitsGuests: boolean) =>
    world.db.update(boards).set({ admitsGuests }).where(eq(boards.id, world.boardId));
  await admit(false);
  assert.is(refusalCode(await world.follow(await world.token(email))), 'invitation_ended');
  await admit(true);
  assert.is(refusalCode(await world.look('x'.repeat(43))), 'invitation_ended');
  assert.is(refusalCode(await world.look('short')), 'not_found');
  const refusals = await auditTrail(world.server, eq(auditEvents.kind, 'session.refused'));
  assert.equal(refusals.at(-1)?.details, { reason: 'invitation_ended' });
});

// CM-08, GST-5, GST-6
test('of the list, a guest reads the cases whose patient agreed to sharing, and nothing else', async () => {
  const meetingId = await world.meeting();
  const { presenting } = world;
  const list = async (sharing: boolean) => {
    const caseId = await presenting.case('owner', { sharing });
    const { presentationId } = await presenting.prepared(caseId, meetingId);
    await presenting.register(caseId);
    return { caseId, presentationId };
  };
  const shared = await list(true);
  const reserved = await list(false);
  const { cookie } = await world.arrived(meetingId);
  const reads = async (caseId: string) => (await world.as(cookie, 'GET', `/api/cases/${caseId}`)).status === 200;

  const detail = (await world.as(cookie, 'GET', `/api/meetings/${meetingId}`)).body as MeetingDetail;
  assert.equal(
    detail.presentations.map(({ caseId }) => caseId),
    [shared.caseId],
  );
  assert.equal([detail.presentationCount, detail.reserved, detail.abilities], [2, 1, ['board.read', 'meeting.read']]);
  assert.ok(await reads(shared.caseId));
  assert.not(await reads(reserved.caseId));
  const reportId = detail.presentations[0]?.reportId as string;
  assert.is(refusalCode(await world.as(cookie, 'GET', `/api/reports/${reportId}`)), 'not_found', 'no report');
  const upload = await fetch(`${world.server.origin}/api/uploads`, { method: 'POST', headers: { cookie } });
  assert.ok(upload.status >= 400, 'nothing is sent');
  for (const path of ['/api/meetings', '/api/cases', '/api/people?search=camille', '/api/notifications', '/api/boards'])
    assert.is(refusalCode(await world.as(cookie, 'GET', path)), 'guest_only', path);
  assert.is(refusalCode(await world.as(cookie, 'GET', `/api/boards/${world.boardId}`)), 'guest_only');

  const consent = (more: object) =>
    presenting.get('owner', 'POST', `/api/cases/${shared.caseId}/consent`, {
      informedOn: '2026-01-12',
      informedBy: 'Dr Camille owner',
      means: 'oral',
      opposition: 'none',
      sharing: false,
      ...more,
    });
  await consent({});
  assert.not(await reads(shared.caseId), 'no longer shared');
  await consent({ sharing: true });
  assert.ok(await reads(shared.caseId));
  await presenting.withdraw(shared.caseId, shared.presentationId);
  assert.not(await reads(shared.caseId), 'off the list');
});

// GST-5
test('a guest of one meeting reads nothing of another; a postponed case goes over to the other meeting’s guests', async () => {
  const [first, second] = [await world.meeting(), await world.meeting({ startsAt: new Date(Date.now() + 9 * dayMs) })];
  const { presenting } = world;
  const caseId = await presenting.case('owner', { sharing: true });
  const { presentationId } = await presenting.prepared(caseId, first);
  await presenting.register(caseId);
  const [here, there] = [await world.arrived(first), await world.arrived(second)];
  const readBy = async () =>
    Promise.all(
      [here, there].map(async ({ cookie }) => (await world.as(cookie, 'GET', `/api/cases/${caseId}`)).status === 200),
    );
  assert.equal(await readBy(), [true, false]);
  assert.is(refusalCode(await world.as(here.cookie, 'GET', `/api/meetings/${second}`)), 'not_found');
  const postponed = await presenting.ask(
    'owner',
    'POST',
    `/api/cases/${caseId}/presentations/${presentationId}/postponement`,
    { meetingId: second, reason: 'Radiologue absent' },
  );
  assert.is(postponed.status, 204);
  assert.equal(await readBy(), [false, true]);
  const trail = await auditTrail(world.server, eq(auditEvents.subject, `case:${caseId}`));
  const readings = ['case.read', 'access.refused'];
  assert.equal(trail.flatMap(({ kind }) => (readings.includes(kind) ? [] : kind)).slice(-3), [
    'presentation.postponed',
    'grant.withdrawn',
    'grant.given',
  ]);
});

// GST-5
test('a board’s access that is withdrawn takes the meeting’s guests along', async () => {
  const meetingId = await world.meeting();
  const { presenting } = world;
  const caseId = await presenting.case('owner', { sharing: true });
  await presenting.prepared(caseId, meetingId);
  await presenting.register(caseId);
  const { cookie } = await world.arrived(meetingId);
  await presenting.setMeeting(meetingId, { state: 'closed' });
  const reads = async () => (await world.as(cookie, 'GET', `/api/cases/${caseId}`)).status === 200;
  assert.ok(await reads());
  const { people } = await presenting.get<{ people: { grantId: string; boardName: string | null }[] }>(
    'owner',
    'GET',
    `/api/cases/${caseId}`,
  );
  const board = people.find(({ boardName }) => boardName !== null);
  await presenting.get('owner', 'DELETE', `/api/cases/${caseId}/grants/${board?.grantId}`);
  assert.not(await reads());
});

// GST-6
test('nobody shares anything else with a guest, who is in no search', async () => {
  const meetingId = await world.meeting();
  const { accountId } = await world.arrived(meetingId);
  const { presenting } = world;
  const caseId = await presenting.case();
  const shared = await presenting.ask('owner', 'POST', `/api/cases/${caseId}/grants`, { accountId, role: 'expert' });
  assert.is(refusalCode(shared), 'invalid');
  const member = await presenting.ask('coordinator', 'POST', `/api/boards/${world.boardId}/members`, {
    accountId,
    role: 'member',
  });
  assert.is(refusalCode(member), 'invalid');
  assert.equal(await presenting.get('owner', 'GET', '/api/people?search=carpentier'), []);
  const [row] = await world.db.select().from(accounts).where(eq(accounts.id, accountId));
  assert.is(row?.email, null);
});

test.run();
