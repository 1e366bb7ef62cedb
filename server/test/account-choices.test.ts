import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, registrations } from '@concertation/schema';
import type { Colleague, Me, Profile } from '@concertation/shared/contracts';
import { type AddressReaders, services } from '@concertation/shared/domain';
import { grant } from '../src/access/index.ts';
import { auditTrail } from './support/audit-trail.ts';
import { refusalCode } from './support/ask.ts';
import type { Somebody } from './support/registration-world.ts';
import { ownPath, trial, ValidationDesk } from './support/validation-desk.ts';

// What one chooses at registration and changes later: the places of the product, and who sees one’s address.

let desk: ValidationDesk;
test.before(async () => {
  desk = await ValidationDesk.open();
});
test.after(() => desk?.world.stop());

const told = { title: 'Mme', specialty: 'Secrétariat', profession: '' };
const change = (who: Somebody, choices: object) =>
  desk.world.ask(who, 'PATCH', '/api/account/profile', { ...told, ...choices });
const me = (who: Somebody) => desk.world.get<Me>(who, 'GET', '/api/me');

async function registered(email: string, choices: Record<string, unknown>): Promise<Somebody> {
  await desk.world.register(email, choices);
  await desk.world.confirm(await desk.world.token(email));
  const [account] = await desk.world.db.select().from(accounts).where(eq(accounts.email, email));
  const accountId = account?.id ?? '';
  return { email, accountId, cookie: await desk.world.session(accountId) };
}

// PA-18, REG-18
test('the services that were ticked are before one’s eyes, and who validates sees what was asked', async () => {
  const who = await registered('ticks@example.org', { services: ['cohorts', 'patients'], addressReaders: 'nobody' });
  assert.equal((await me(who)).services, ['patients', 'cohorts'], 'in the order of the navigation');
  const profile = await desk.world.get<Profile>(who, 'GET', '/api/account/profile');
  assert.equal([profile.services, profile.addressReaders], [['patients', 'cohorts'], 'nobody']);
  await desk.world.get(who, 'POST', ownPath, { kind: 'administrator', message: 'Secrétaire.' });
  assert.equal((await desk.queued(who.accountId))?.account.services, ['patients', 'cohorts']);
});

// PA-18, PA-19, REG-18
test('one service at least, of those that exist, and one of the three confidentialities', async () => {
  const { world } = desk;
  for (const wrong of [
    { services: [] },
    { services: ['patients', 'everything'] },
    { services: [...services, ...services] },
    { addressReaders: 'family' },
    { addressReaders: null },
  ])
    assert.is(refusalCode(await world.register('wrong.choice@example.org', wrong)), 'invalid', JSON.stringify(wrong));
  const who = await world.somebody('keeps.one@example.org');
  assert.is(refusalCode(await change(who, { services: [] })), 'invalid');
  assert.is(refusalCode(await change(who, { addressReaders: 'family' })), 'invalid');
  assert.equal((await me(who)).services, [...services]);
});

// PA-18, PA-19, REG-18
test('both are changed later, which nothing but the names of the fields records', async () => {
  const who = await desk.world.somebody('changes.mind@example.org');
  const changed = (await change(who, { services: ['staff', 'staff', 'opinions'], addressReaders: 'everybody' }))
    .body as Profile;
  assert.equal([changed.services, changed.addressReaders], [['opinions', 'staff'], 'everybody']);
  assert.equal((await me(who)).services, ['opinions', 'staff']);
  // A change of something else leaves them; the same again changes nothing.
  assert.equal(((await change(who, {})).body as Profile).services, ['opinions', 'staff']);
  await change(who, { services: ['opinions', 'staff'], addressReaders: 'everybody' });
  const audit = await auditTrail(desk.world.server, eq(auditEvents.accountId, who.accountId));
  const changes = audit.filter(({ kind }) => kind === 'account.changed').map(({ details }) => details);
  assert.equal(changes, [{ fields: ['services', 'addressReaders'] }]);
});

// PA-19, REG-18
test('« Confidentialité » decides who reads the address: nobody, those one works with, everybody who is registered', async () => {
  const { world } = desk;
  const organiser = await world.somebody('organiser@example.org', { givenName: 'Olga' });
  const stranger = await world.somebody('far.away@example.org', { givenName: 'Sacha' });
  const onTrial = await world.somebody('on.trial@example.org', { ...trial, givenName: 'Tina' });
  const shows = await world.somebody('shows@example.org', { givenName: 'Zoltan' });
  const { organisationId } = await world.get<{ organisationId: string }>(organiser, 'POST', '/api/organisations', {
    kind: 'establishment',
    name: 'CH des adresses',
  });
  await world.get(shows, 'POST', `/api/organisations/${organisationId}/affiliation`);
  const readBy = async (who: Somebody) => {
    const found = await world.get<Colleague[]>(who, 'GET', '/api/colleagues?search=zoltan');
    assert.is(found.length, 1, 'one is found whatever one shows');
    return found[0]?.email;
  };
  const expected: Record<AddressReaders, (string | null)[]> = {
    nobody: [null, null, null],
    colleagues: ['shows@example.org', null, null],
    everybody: ['shows@example.org', 'shows@example.org', 'shows@example.org'],
  };
  for (const readers of ['everybody', 'nobody', 'colleagues'] as const) {
    await change(shows, { addressReaders: readers });
    assert.equal([await readBy(organiser), await readBy(stranger), await readBy(onTrial)], expected[readers], readers);
  }
  // What the other chose says nothing of oneself, and who leaves the organisation reads no longer.
  await change(organiser, { addressReaders: 'nobody' });
  assert.is(await readBy(organiser), 'shows@example.org');
  const [beside] = await world.get<Colleague[]>(organiser, 'GET', '/api/colleagues');
  assert.equal([beside?.accountId, beside?.email], [shows.accountId, 'shows@example.org']);
  await world.get(shows, 'DELETE', `/api/organisations/${organisationId}/affiliation`);
  assert.is(await readBy(organiser), null);
  // The search for somebody to share a case with never gives one.
  const people = await world.ask(organiser, 'GET', '/api/people?search=zoltan');
  assert.not.match(JSON.stringify(people.body), 'shows@example.org');
});

// PA-19, REG-18, AUT-19
test('an organisation that one only says is one’s own shows no address; a board does, and a verified account', async () => {
  const { world } = desk;
  const shows = await world.somebody('declared@example.org', { givenName: 'Yvonne' });
  const onTrial = await world.somebody('declares@example.org', { ...trial, givenName: 'Tito' });
  const { organisationId } = await world.get<{ organisationId: string }>(shows, 'POST', '/api/organisations', {
    kind: 'establishment',
    name: 'CH que l’on déclare',
  });
  await world.get(onTrial, 'POST', `/api/organisations/${organisationId}/affiliation`);
  const read = async (accountId: string) =>
    (await world.get<Colleague[]>(onTrial, 'GET', '/api/colleagues')).find((one) => one.accountId === accountId);
  const found = await read(shows.accountId);
  assert.equal([found?.organisations, found?.email], [['CH que l’on déclare'], null], 'a name, without an address');

  const coordinator = await world.demonstration('coordinator');
  const [board] = await world.get<{ boardId: string }[]>(coordinator, 'GET', '/api/boards');
  const subject = { kind: 'board', id: board?.boardId ?? '' } as const;
  const grantee = { kind: 'account', id: onTrial.accountId } as const;
  await world.server.services.database.transaction((tx) =>
    grant(tx, { subject, grantee, role: 'member', grantedBy: coordinator.accountId }),
  );
  assert.is((await read(coordinator.accountId))?.email, coordinator.email, 'whose administrators chose them');

  const verified = { verifiedAt: new Date(), trialEndsAt: null };
  await world.db.update(accounts).set(verified).where(eq(accounts.id, onTrial.accountId));
  assert.is((await read(shows.accountId))?.email, 'declared@example.org');
});

// PA-18, PA-19, REG-18
test('a registration begun before these choices existed is confirmed with the usual ones', async () => {
  const { world } = desk;
  await world.register('before@example.org');
  const [row] = await world.db.select().from(registrations);
  const {
    services: _services,
    addressReaders: _readers,
    ...former
  } = JSON.parse(row?.draft ?? '{}') as Record<string, unknown>;
  await world.db.update(registrations).set({ draft: JSON.stringify(former) });
  assert.is((await world.confirm(await world.token('before@example.org'))).status, 200);
  const [account] = await world.db.select().from(accounts).where(eq(accounts.email, 'before@example.org'));
  assert.equal([account?.services, account?.addressReaders], [[...services], 'colleagues']);
});

test.run();
