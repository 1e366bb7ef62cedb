import { and, eq, like } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts, auditEvents, deliveries, mails, notifications } from '@concertation/schema';
import { deliver } from '../src/deliveries/sending/deliver.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import {
  addTreating,
  askDelivery,
  awaitDelivery,
  correct,
  deliveriesOf,
  deliveryTo,
  failuresOf,
  removeTreating,
  sign,
  signedReport,
} from './support/delivery-world.ts';
import {
  type ActorName,
  askReport,
  openWorld,
  presentComplete,
  unknownId,
  type World,
} from './support/report-world.ts';

let server: TestServer;
let world: World;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
});
test.after(() => server?.stop());

const accountOf = (who: ActorName) => world.people[who].principal.accountId;
const { reportId: none } = { reportId: unknownId() };

/** The acts on deliveries of a report, as the audit keeps them. */
async function acts(reportId: string) {
  const rows = await auditTrail(
    server,
    and(like(auditEvents.kind, 'delivery.%'), eq(auditEvents.subject, `report:${reportId}`)),
  );
  return rows.map(({ kind, details }) => ({ kind, ...(details as Record<string, unknown>) }));
}

// DLV-1, DLV-2, DLV-5, CM-35, CM-37, CM-38
test('a signed report goes to who presents, refers and treats, each once; what cannot leave has failed at once', async () => {
  const presented = await presentComplete(world);
  assert.equal(await deliveriesOf(world, presented.reportId), [], 'nobody before the signature');
  await addTreating(world, presented, {
    name: 'Dr Paul Traitant',
    role: 'general_practitioner',
    address: 'paul@medecin.mssante.fr',
  });
  await addTreating(world, presented, { name: 'Dr Lise Ville', address: 'lise@example.fr' });
  await addTreating(world, presented, { name: 'Dr Sans Adresse' });
  await addTreating(world, presented, { name: 'Déjà référente', accountId: accountOf('referent') });
  await sign(world, presented);
  await awaitDelivery(world, presented, 'Lise', 'sent');
  const shown = (await deliveriesOf(world, presented.reportId)).map(({ role, name, channel, state, failure }) =>
    [role, name, channel, state, failure].join(' · '),
  );
  assert.equal(shown.toSorted(), [
    'correspondent · Dr Lise Ville · link · sent · ',
    'correspondent · Dr Sans Adresse · none · failed · no_address',
    'general_practitioner · Dr Paul Traitant · secure_mail · failed · no_secure_mail',
    'member · Dr Zoé Brun · none · failed · no_address',
    'presenter · Dr Camille owner · product · sent · ',
    'referent · Dr Camille referent · product · sent · ',
  ]);
  const kinds = (await acts(presented.reportId)).map(({ kind }) => kind).toSorted();
  assert.equal(kinds, [...Array(3).fill('delivery.failed'), ...Array(3).fill('delivery.sent')]);
});

// DLV-1
test('a correspondent written twice, by account or by address, is one recipient', async () => {
  const presented = await signedReport(
    world,
    { name: 'Dr Une', address: 'une@exemple.invalid', role: 'general_practitioner' },
    { name: 'Dr Une encore', address: 'UNE@exemple.invalid' },
    { name: 'Dr Deux', accountId: accountOf('outsider') },
    { name: 'Dr Deux encore', accountId: accountOf('outsider'), address: 'deux@exemple.invalid' },
  );
  const names = (await deliveriesOf(world, presented.reportId)).map(({ name }) => name);
  assert.is(names.filter((name) => name.startsWith('Dr Une')).length, 1);
  assert.is(names.filter((name) => name.startsWith('Dr Deux')).length, 1);
});

// DLV-2
test('who refers with an account that may not sign in was given nothing', async () => {
  const presented = await presentComplete(world);
  const { db } = server.services.database;
  const set = (suspendedAt: Date | null) =>
    db
      .update(accounts)
      .set({ suspendedAt })
      .where(eq(accounts.id, accountOf('referent')));
  await set(new Date());
  try {
    await sign(world, presented);
    const { channel, state, failure } = await deliveryTo(world, presented, 'referent');
    assert.equal([channel, state, failure], ['none', 'failed', 'no_address']);
  } finally {
    await set(null);
  }
});

// DLV-5, DLV-10
test('what waits for secure mail has failed where there is none any more; a replaced version goes nowhere', async () => {
  const presented = await signedReport(world, { name: 'Dr Attente', address: 'attente@medecin.mssante.fr' });
  const { deliveryId } = await deliveryTo(world, presented, 'Attente');
  const { db } = server.services.database;
  const wait = () =>
    db.update(deliveries).set({ state: 'waiting', failure: null }).where(eq(deliveries.id, deliveryId));
  const needs = { ...server.services, send: null, origin: () => server.origin };
  const shown = async () => {
    const { state, failure } = await deliveryTo(world, presented, 'Attente');
    return [state, failure];
  };
  await wait();
  const failures = async () => (await acts(presented.reportId)).filter(({ kind }) => kind === 'delivery.failed').length;
  const before = await failures();
  await deliver(needs, deliveryId);
  assert.equal(await shown(), ['failed', 'no_secure_mail']);
  assert.is(await failures(), before + 1);
  await correct(world, presented);
  await wait();
  await deliver(needs, deliveryId);
  assert.equal(await shown(), ['waiting', null]);
});

// DLV-3
test('an ordinary address receives a link and no patient data; it opens for the account of that address alone', async () => {
  const presented = await signedReport(world, { name: 'Dr Ordinaire', address: 'Outsider@exemple.invalid' });
  const delivery = await awaitDelivery(world, presented, 'Ordinaire', 'sent');
  const { db } = server.services.database;
  const [mail] = await db.select().from(mails).where(eq(mails.recipient, 'Outsider@exemple.invalid'));
  const link = `${server.origin}/comptes-rendus/${presented.reportId}?remise=${delivery.deliveryId}`;
  assert.match(mail?.text ?? '', link);
  for (const words of [mail?.text, mail?.subject, mail?.html])
    assert.not.match(words ?? '', new RegExp(`${presented.identity.birthName}|1957|Chimio`, 'i'));

  const open = (who: ActorName) => askDelivery(world, who, delivery, 'opening');
  assert.is(refusalCode(await askReport(world, 'outsider', 'GET', presented.reportId, '/pdf')), 'not_found');
  assert.is(refusalCode(await open('member')), 'not_found', 'another address');
  assert.is((await open('outsider')).status, 204);
  assert.is((await open('outsider')).status, 204, 'twice is once');
  assert.is((await askReport(world, 'outsider', 'GET', presented.reportId)).status, 200);
  assert.is((await deliveryTo(world, presented, 'Ordinaire')).state, 'read');
  const path = `/api/cases/${presented.caseId}`;
  const answer = await fetch(server.origin + path, { headers: { cookie: world.people.outsider.cookie } });
  assert.is(answer.status, 404, 'the case stays shut');
});

// DLV-2, SC-94, SC-97
test('a correspondent with an account reads the report here, and nothing else of the case; reading is noted', async () => {
  const presented = await signedReport(world, { name: 'Dr Compte', accountId: accountOf('outsider') });
  assert.is((await deliveryTo(world, presented, 'Compte')).channel, 'product');
  const pdf = await fetch(`${server.origin}/api/reports/${presented.reportId}/pdf`, {
    headers: { cookie: world.people.outsider.cookie },
  });
  assert.is(pdf.status, 200);
  await pdf.arrayBuffer();
  assert.is((await deliveryTo(world, presented, 'Compte')).state, 'read');
  assert.is((await deliveryTo(world, presented, 'owner')).state, 'sent', 'each for themselves');
  const told = await server.services.database.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.accountId, accountOf('outsider')), eq(notifications.kind, 'report_signed')));
  const about = told.map((row) => row.about as { reportId?: string; caseId?: string });
  assert.ok(about.some(({ reportId, caseId }) => reportId === presented.reportId && caseId === undefined));
});

// DLV-2, DLV-10
test('a correspondent does not read the draft of a correction, then reads it signed; a referent reads both', async () => {
  const presented = await signedReport(world, { name: 'Dr Compte', accountId: accountOf('outsider') });
  const opened = await askReport(world, 'coordinator', 'POST', presented.reportId, '/corrections', {
    reason: 'Dose erronée',
  });
  const draft = { ...presented, reportId: (opened.body as { reportId: string }).reportId };
  const read = async (who: ActorName) => (await askReport(world, who, 'GET', draft.reportId)).status;
  assert.equal([await read('outsider'), await read('referent')], [404, 200]);
  await sign(world, draft);
  assert.equal([await read('outsider'), await read('referent')], [200, 200]);
});

// DLV-11
test('a failure stays on the screen of who answers for the meeting until it is settled', async () => {
  const presented = await signedReport(world);
  const delivery = await deliveryTo(world, presented, 'Zoé');
  const isShown = async (who: ActorName) =>
    (await failuresOf(world, who)).some(({ deliveryId }) => deliveryId === delivery.deliveryId);
  for (const who of ['coordinator', 'delegate', 'secretary'] as const) assert.ok(await isShown(who), who);
  for (const who of ['owner', 'referent', 'member', 'outsider'] as const) assert.not(await isShown(who), who);
  const [shown] = (await failuresOf(world, 'secretary')).filter(({ deliveryId }) => deliveryId === delivery.deliveryId);
  assert.is(shown?.boardName, 'RCP Digestif');
  assert.match(shown?.documentNumber ?? '', /^RCP-/);

  const settle = (who: ActorName, settlement: string) =>
    askDelivery(world, who, delivery, 'settlement', { settlement });
  assert.is(refusalCode(await settle('owner', 'Remis en main propre')), 'forbidden');
  assert.is(refusalCode(await settle('outsider', 'Remis en main propre')), 'not_found');
  assert.is(refusalCode(await settle('secretary', ' ')), 'invalid');
  assert.is((await settle('secretary', 'Remis en main propre')).status, 204);
  assert.is(refusalCode(await settle('secretary', 'Encore')), 'wrong_state');
  const settled = await deliveryTo(world, presented, 'Zoé');
  assert.equal([settled.state, settled.failure, settled.settlement], ['settled', null, 'Remis en main propre']);
  assert.not(await isShown('coordinator'));
  const trail = JSON.stringify(await acts(presented.reportId));
  assert.match(trail, 'delivery.settled');
  assert.not.match(trail, 'main propre', 'the words are no part of the audit');
});

// DLV-11, CM-30
test('an address is given, and the report leaves; who may not, or asks for nonsense, is refused', async () => {
  const presented = await signedReport(world);
  const delivery = await deliveryTo(world, presented, 'Zoé');
  const send = (who: ActorName, address: string | null) => askDelivery(world, who, delivery, 'send', { address });
  assert.is(refusalCode(await send('owner', 'zoe@example.fr')), 'forbidden');
  assert.is(refusalCode(await send('outsider', 'zoe@example.fr')), 'not_found');
  assert.is(refusalCode(await send('secretary', null)), 'invalid', 'nobody knows where');
  assert.is(refusalCode(await send('secretary', 'zoe')), 'invalid');
  assert.is(refusalCode(await send('secretary', 'zoe@example.fr\r\nBcc: a@b.fr')), 'invalid');
  assert.is((await send('secretary', 'zoe@example.fr')).status, 204);
  const sent = await awaitDelivery(world, presented, 'Zoé', 'sent');
  assert.equal([sent.channel, sent.address, sent.failure], ['link', 'zoe@example.fr', null]);
  const elsewhere = await signedReport(world);
  const other = { reportId: elsewhere.reportId, deliveryId: delivery.deliveryId };
  assert.is(refusalCode(await askDelivery(world, 'secretary', other, 'send', {})), 'not_found', 'of another report');
  const nothing = { reportId: none, deliveryId: delivery.deliveryId };
  assert.is(refusalCode(await askDelivery(world, 'secretary', nothing, 'send', {})), 'not_found');
});

// DLV-2, DLV-11
test('who reads here is reminded; who has read is not', async () => {
  const presented = await signedReport(world);
  const delivery = await deliveryTo(world, presented, 'referent');
  const mine = and(eq(notifications.accountId, accountOf('referent')), eq(notifications.kind, 'report_signed'));
  const count = () => server.services.database.db.$count(notifications, mine);
  const before = await count();
  assert.is((await askDelivery(world, 'coordinator', delivery, 'send', {})).status, 204);
  assert.is(await count(), before + 1);
  await askReport(world, 'referent', 'GET', presented.reportId);
  assert.is((await deliveryTo(world, presented, 'referent')).state, 'read');
  assert.is(refusalCode(await askDelivery(world, 'coordinator', delivery, 'send', {})), 'wrong_state');
  const settlement = { settlement: 'Autrement' };
  assert.is(refusalCode(await askDelivery(world, 'coordinator', delivery, 'settlement', settlement)), 'wrong_state');
});

// DLV-4, DLV-10
test('a correction goes to who received the first version, at the address that was given, and they are told so', async () => {
  const presented = await presentComplete(world);
  const removed = await addTreating(world, presented, { name: 'Dr Retirée', address: 'retiree@example.fr' });
  const left = await addTreating(world, presented, { name: 'Dr Partie', accountId: accountOf('outsider') });
  await sign(world, presented);
  const zoe = await deliveryTo(world, presented, 'Zoé');
  await askDelivery(world, 'secretary', zoe, 'send', { address: 'zoe2@example.fr' });
  await awaitDelivery(world, presented, 'Zoé', 'sent');
  await awaitDelivery(world, presented, 'Retirée', 'sent');
  await removeTreating(world, removed);
  await removeTreating(world, left);

  const second = await correct(world, presented);
  const again = await awaitDelivery(world, second, 'Zoé', 'sent');
  assert.equal([again.channel, again.address], ['link', 'zoe2@example.fr']);
  const names = (await deliveriesOf(world, second.reportId)).map(({ name }) => name);
  assert.not(names.includes('Dr Retirée'), 'who was taken off receives nothing more');
  assert.not(names.includes('Dr Partie'));
  const theirs = await askReport(world, 'outsider', 'GET', second.reportId);
  assert.is(refusalCode(theirs), 'not_found', 'nor reads it');
  const told = await server.services.database.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.accountId, accountOf('referent')), eq(notifications.kind, 'report_replaced')));
  const here = told.filter(({ about }) => (about as { caseId?: string }).caseId === second.caseId);
  assert.is(here.length, 1);
  const first = await deliveryTo(world, presented, 'Zoé');
  assert.is(first.state, 'sent', 'what was received stays as it was');
  assert.is(refusalCode(await askDelivery(world, 'secretary', first, 'send', {})), 'wrong_state', 'a replaced version');
});

// DLV-10
test('what had failed of a version that is replaced goes no further: the next version goes to the same people', async () => {
  const presented = await signedReport(world);
  assert.is((await deliveryTo(world, presented, 'Zoé')).state, 'failed');
  const second = await correct(world, presented);
  const first = await deliveryTo(world, presented, 'Zoé');
  assert.equal([first.state, first.failure, first.settlement], ['settled', null, null]);
  assert.is((await deliveryTo(world, second, 'Zoé')).failure, 'no_address');
});

// DLV-1
test('to whom a report went is for who may read it', async () => {
  const presented = await signedReport(world);
  for (const who of ['owner', 'referent', 'member', 'secretary'] as const)
    assert.is((await askReport(world, who, 'GET', presented.reportId, '/deliveries')).status, 200, who);
  const outside = await askReport(world, 'outsider', 'GET', presented.reportId, '/deliveries');
  assert.is(refusalCode(outside), 'not_found');
  assert.is((await fetch(`${server.origin}/api/deliveries/failed`)).status, 401);
});

test.run();
