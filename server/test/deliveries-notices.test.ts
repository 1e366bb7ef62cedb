import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { deliveries, deliveryNotices, mailboxCursors } from '@concertation/schema';
import type { Delivery } from '@concertation/shared/contracts';
import { readMailbox } from '../src/deliveries/notices/read-mailbox.ts';
import { readNoticesJob } from '../src/deliveries/start-deliveries.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { askDelivery, awaitDelivery, correct, deliveryTo, failuresOf, signedReport } from './support/delivery-world.ts';
import { Dovecot } from './support/dovecot.ts';
import { openWorld, type Presented, type World } from './support/report-world.ts';
import { SecureOperator } from './support/secure-operator.ts';
import { makeCertificate, type SelfMadeCertificate } from './support/self-made-certificate.ts';

const people = ['lue', 'remise', 'revenue', 'refusee', 'visee', 'reglee'] as const;
type Person = (typeof people)[number];
const addressOf = (person: Person) => `${person}@medecin.mssante.fr`;

let directory: string;
let certificate: SelfMadeCertificate;
let operator: SecureOperator;
let dovecot: Dovecot;
let server: TestServer;
let world: World;
let presented: Presented;
test.before(async () => {
  directory = mkdtempSync(join(tmpdir(), 'concertation-imap-'));
  certificate = makeCertificate(directory);
  operator = await SecureOperator.open(certificate);
  dovecot = await Dovecot.open(directory, certificate);
  server = await startTestServer({
    DEMONSTRATION: '0',
    MSSANTE_SMTP_URL: operator.url,
    MSSANTE_IMAP_URL: dovecot.url,
    MSSANTE_FROM: 'RCP CHU <rcp@chu.mssante.fr>',
    MSSANTE_CA: certificate.certificatePath,
    ESTABLISHMENT_OID: '1.2.250.1.999',
    ESTABLISHMENT_FINESS: '310781406',
  });
  world = await openWorld(server);
  presented = await signedReport(world, ...people.map((name) => ({ name, address: addressOf(name) })));
  for (const name of people) await awaitDelivery(world, presented, name, 'sent');
});
test.after(async () => {
  await server?.stop();
  await operator?.close();
  await dovecot?.close();
  rmSync(directory, { recursive: true, force: true });
});

const read = (url = dovecot.url) =>
  readMailbox({
    database: server.services.database,
    audit: server.services.audit,
    log: server.services.log,
    url,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ca: Buffer.from(certificate.certificate) },
  });
const to = (name: Person) => deliveryTo(world, presented, name);
const stateOf = async (name: Person): Promise<[Delivery['state'], Delivery['failure'], string | null]> => {
  const { state, failure, code } = await to(name);
  return [state, failure, code];
};
const sentTo = (name: Person): string => operator.to(addressOf(name))[0]?.email.messageId ?? '';

let notices = 0;
/** A notice as an operator or a software lays it in the mailbox. */
function notice(
  type: 'delivery-status' | 'disposition-notification',
  fields: string[],
  headers: string[] = [],
): string {
  notices += 1;
  return [
    'From: <postmaster@medecin.mssante.fr>',
    'To: <rcp@chu.mssante.fr>',
    ...headers,
    ...(headers.some((line) => line.startsWith('Message-ID')) ? [] : [`Message-ID: <n${notices}@medecin.mssante.fr>`]),
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary="part"`,
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Avis.',
    '--part',
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '',
    '--part--',
    '',
  ].join('\n');
}
const status = (name: Person, action: string, code: string, about = sentTo(name), address = addressOf(name)) =>
  notice(
    'delivery-status',
    [
      'Reporting-MTA: dns; mx.mssante.fr',
      '',
      `Final-Recipient: rfc822; ${address}`,
      `Action: ${action}`,
      `Status: ${code}`,
    ],
    [`In-Reply-To: ${about}`],
  );
const disposition = (name: Person, said: string, headers: string[] = []) =>
  notice(
    'disposition-notification',
    [`Final-Recipient: rfc822;${addressOf(name)}`, `Original-Message-ID: ${sentTo(name)}`, `Disposition: ${said}`],
    headers,
  );

// DLV-8
test('what came back is shown: delivered, read, undelivered with its status, refused by a software with its code', async () => {
  dovecot.receive(status('remise', 'delivered', '2.0.0'));
  dovecot.receive(status('lue', 'delivered', '2.0.0'));
  dovecot.receive(disposition('lue', 'manual-action/MDN-sent-manually; displayed'));
  dovecot.receive(status('revenue', 'delayed', '4.4.1'));
  dovecot.receive(status('revenue', 'failed', '5.2.2'));
  const error = 'automatic-action/MDN-sent-automatically; processed/Error: 902^Identifiant de patient inconnu';
  dovecot.receive(
    disposition('refusee', error, ['Subject: [KO =?utf-8?Q?Int=C3=A9gration_syst=C3=A8me?= !][902] XDM']),
  );
  assert.equal(await read(), { notices: 6, others: 0 });
  assert.equal(await stateOf('remise'), ['delivered', null, null]);
  assert.equal(await stateOf('lue'), ['read', null, null]);
  assert.equal(await stateOf('revenue'), ['failed', 'undelivered', '5.2.2']);
  assert.equal(await stateOf('refusee'), ['failed', 'not_integrated', '902']);
  const shown = (await failuresOf(world, 'coordinator')).map(({ name, code }) => [name, code]);
  assert.ok(shown.some(([name, code]) => name === 'revenue' && code === '5.2.2'));
  assert.equal(await read(), { notices: 0, others: 0 }, 'each once');
});

// DLV-8
test('a forged notice, another’s, a mail of somebody, a loop and a broken mail change nothing and stay where they are', async () => {
  const before = await stateOf('visee');
  dovecot.receive(status('visee', 'failed', '5.1.1', sentTo('visee'), 'somebody@else.example'));
  dovecot.receive(status('visee', 'failed', '5.1.1', '<unknown@chu.mssante.fr>'));
  dovecot.receive(
    `From: a@b.fr\nMessage-ID: <q@b.fr>\nIn-Reply-To: ${sentTo('visee')}\nSubject: Merci\n\nBien reçu.\n`,
  );
  dovecot.receive(operator.to(addressOf('visee'))[0]?.raw ?? '');
  dovecot.receive('\u0000\u0001 not a mail at all');
  dovecot.receive(`${status('visee', 'exploded', '9.9.9')}${'x'.repeat(600_000)}\n`);
  assert.equal(await read(), { notices: 0, others: 6 });
  assert.equal(await stateOf('visee'), before);
});

// DLV-8
test('the same notice twice is one, and a late one changes neither what was read nor what was settled', async () => {
  const twice = ['Message-ID: <same@medecin.mssante.fr>', `In-Reply-To: ${sentTo('visee')}`];
  const fields = ['', `Final-Recipient: rfc822; ${addressOf('visee')}`, 'Action: delivered', 'Status: 2.0.0'];
  dovecot.receive(notice('delivery-status', fields, twice));
  dovecot.receive(notice('delivery-status', fields, twice));
  const settled = await askDelivery(world, 'secretary', await to('reglee'), 'settlement', {
    settlement: 'Par courrier',
  });
  assert.is(settled.status, 204);
  dovecot.receive(status('reglee', 'failed', '5.0.0'));
  dovecot.receive(status('lue', 'failed', '5.0.0'));
  assert.equal(await read(), { notices: 4, others: 0 });
  assert.equal(await stateOf('visee'), ['delivered', null, null]);
  assert.equal(await stateOf('reglee'), ['settled', null, null]);
  assert.equal(await stateOf('lue'), ['read', null, null]);
  const { db } = server.services.database;
  assert.is(await db.$count(deliveryNotices, eq(deliveryNotices.messageId, '<same@medecin.mssante.fr>')), 1);
});

// DLV-8, DLV-10
test('a notice that names several messages is for the one whose address it names; what is replaced fails no more', async () => {
  const later = await signedReport(
    world,
    { name: 'premiere', address: 'premiere@medecin.mssante.fr' },
    { name: 'seconde', address: 'seconde@medecin.mssante.fr' },
  );
  const messageTo = async (name: string) => {
    await awaitDelivery(world, later, name, 'sent');
    return operator.to(`${name}@medecin.mssante.fr`)[0]?.email.messageId ?? '';
  };
  const [first, second] = [await messageTo('premiere'), await messageTo('seconde')];
  const about = (name: string, action: string, code: string) =>
    notice(
      'delivery-status',
      ['', `Final-Recipient: rfc822; ${name}@medecin.mssante.fr`, `Action: ${action}`, `Status: ${code}`],
      [`In-Reply-To: ${first} ${second}`],
    );
  dovecot.receive(about('seconde', 'delivered', '2.0.0'));
  assert.equal(await read(), { notices: 1, others: 0 });
  assert.is((await deliveryTo(world, later, 'seconde')).state, 'delivered');
  assert.is((await deliveryTo(world, later, 'premiere')).state, 'sent');
  await correct(world, later);
  dovecot.receive(about('premiere', 'failed', '5.1.1'));
  assert.equal(await read(), { notices: 1, others: 0 });
  assert.equal(
    [await deliveryTo(world, later, 'premiere')].map(({ state, failure }) => [state, failure]),
    [['sent', null]],
  );
});

// DLV-8
test('a mailbox that was made anew is read again from its beginning, and changes nothing twice', async () => {
  const { db } = server.services.database;
  const before = await db.select().from(deliveries).where(eq(deliveries.reportId, presented.reportId));
  await db.update(mailboxCursors).set({ validity: 1n });
  const counted = await read();
  assert.ok(counted.notices >= 10);
  const after = await db.select().from(deliveries).where(eq(deliveries.reportId, presented.reportId));
  const states = (rows: typeof before) => rows.map(({ id, state, failure }) => `${id} ${state} ${failure}`).toSorted();
  assert.equal(states(after), states(before));
});

// DLV-8
test('the product reads its mailbox by itself, and goes on when it cannot', async () => {
  await read(dovecot.url.replace('secret', 'wrong')).then(
    () => assert.unreachable('a wrong password opened the mailbox'),
    () => undefined,
  );
  dovecot.receive(disposition('remise', 'manual-action/MDN-sent-manually; displayed'));
  await server.services.jobs.hasten(readNoticesJob, {});
  assert.is((await awaitDelivery(world, presented, 'remise', 'read')).state, 'read');
});

test.run();
