import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, sessions } from '@concertation/schema';
import type { Me, OwnValidation } from '@concertation/shared/contracts';
import { remindTrials } from '../src/registration/index.ts';
import { refusalCode } from './support/ask.ts';
import { inDays, RegistrationWorld } from './support/registration-world.ts';

let world: RegistrationWorld;
test.before(async () => {
  world = await RegistrationWorld.open();
});
test.after(() => world?.stop());

const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);
const subjects = async (email: string) => (await world.mailsTo(email)).map(({ subject }) => subject);

// REG-9; SC-22
test('a session of a trial ends with the trial', async () => {
  const trialEndsAt = minutes(30);
  const { accountId } = await world.somebody('soon@example.org', { trialEndsAt });
  const [session] = await world.db.select().from(sessions).where(eq(sessions.accountId, accountId));
  assert.equal(session?.endsAt, trialEndsAt);
  const verified = await world.somebody('verified@example.org');
  const [long] = await world.db.select().from(sessions).where(eq(sessions.accountId, verified.accountId));
  assert.ok((long?.endsAt.getTime() ?? 0) > minutes(11 * 60).getTime());
});

// REG-9; SC-22, SC-23
test('once the trial is over, the account alone is reached, and all of it again once it is verified', async () => {
  const who = await world.somebody('over@example.org', { trialEndsAt: minutes(30) });
  const { body } = await world.ask(who, 'GET', '/api/me');
  assert.equal([(body as Me).standing, typeof (body as Me).trialEndsAt], ['trial', 'string']);
  assert.is((await world.ask(who, 'GET', '/api/cases')).status, 200);

  const move = (facts: Partial<typeof accounts.$inferInsert>) =>
    world.db.update(accounts).set(facts).where(eq(accounts.id, who.accountId));
  await move({ trialEndsAt: minutes(-1) });
  for (const path of ['/api/cases', '/api/meetings', '/api/notifications', '/api/vouching'])
    assert.is(refusalCode(await world.ask(who, 'GET', path)), 'trial_over', path);
  const emergency = await world.ask(who, 'POST', '/api/emergency', {});
  assert.is(refusalCode(emergency), 'trial_over');
  assert.is((await world.get<Me>(who, 'GET', '/api/me')).standing, 'closed');
  assert.is((await world.get<OwnValidation>(who, 'GET', '/api/account/validation')).verifiedAt, null);
  assert.is(await world.server.services.sessions.principalOf(who.cookie), null, 'no channel opens');
  // A new sign-in reaches the account too: that is where a proof is sent.
  const again = { cookie: await world.session(who.accountId) };
  assert.is((await world.ask(again, 'GET', '/api/account/validation')).status, 200);
  assert.is(refusalCode(await world.ask(again, 'GET', '/api/cases')), 'trial_over');

  await move({ verifiedAt: new Date() });
  assert.is((await world.ask(again, 'GET', '/api/cases')).status, 200);
});

// REG-10; SC-22, SC-23
test('seven days and one day before the end of a trial, its person is written to, once', async () => {
  const noon = new Date('2027-03-10T11:00:00Z');
  const at = (text: string) => ({ trialEndsAt: new Date(text) });
  await world.somebody('week@example.org', at('2027-03-17T20:00:00Z'));
  await world.somebody('tomorrow@example.org', at('2027-03-11T00:30:00Z'));
  await world.somebody('later@example.org', at('2027-03-14T12:00:00Z'));
  // 23:30 UTC is already the next day in Paris: in eight days, not in seven.
  await world.somebody('eighth@example.org', at('2027-03-17T23:30:00Z'));
  const done = await world.somebody('done@example.org', at('2027-03-17T12:00:00Z'));
  await world.db.update(accounts).set({ verifiedAt: new Date() }).where(eq(accounts.id, done.accountId));
  const { database, sendMail, origin } = world.server.services;
  const remind = () => remindTrials({ database, sendMail, origin }, noon);
  await remind();
  const told = async () =>
    Promise.all(['week', 'tomorrow', 'later', 'eighth', 'done'].map((name) => subjects(`${name}@example.org`)));
  const expected = [
    ['Votre compte d’essai se termine dans 7 jours'],
    ['Votre compte d’essai se termine demain'],
    [],
    [],
    [],
  ];
  assert.equal(await told(), expected);
});

// REG-10
test('a reminder that runs twice in a day writes once', async () => {
  await world.somebody('twice@example.org', { trialEndsAt: inDays(7) });
  const { database, sendMail, origin } = world.server.services;
  for (let times = 1; times <= 2; times += 1) await remindTrials({ database, sendMail, origin });
  assert.equal(await subjects('twice@example.org'), ['Votre compte d’essai se termine dans 7 jours']);
});

test.run();
