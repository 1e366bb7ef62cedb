import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { deliveries } from '@concertation/schema';
import { deliver } from '../src/deliveries/sending/deliver.ts';
import { secureTransport } from '../src/deliveries/sending/secure-transport.ts';
import { type Configuration, readConfiguration } from '../src/config/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { askDelivery, awaitDelivery, correct, deliveryTo, signedReport } from './support/delivery-world.ts';
import { openWorld, type Presented, type World } from './support/report-world.ts';
import { SecureOperator } from './support/secure-operator.ts';
import { makeCertificate, type SelfMadeCertificate } from './support/self-made-certificate.ts';
import { waitFor } from './support/wait-for.ts';

let directory: string;
let certificate: SelfMadeCertificate;
let operator: SecureOperator;
let server: TestServer;
let world: World;
const settings = (url: string): Record<string, string> => ({
  DEMONSTRATION: '0',
  MSSANTE_SMTP_URL: url,
  MSSANTE_FROM: 'RCP CHU <rcp@chu.mssante.fr>',
  MSSANTE_NIL: 'NIL-1234',
  MSSANTE_CA: certificate.certificatePath,
  ESTABLISHMENT_OID: '1.2.250.1.999',
  ESTABLISHMENT_FINESS: '310781406',
});
test.before(async () => {
  directory = mkdtempSync(join(tmpdir(), 'concertation-mss-'));
  certificate = makeCertificate(directory);
  operator = await SecureOperator.open(certificate);
  server = await startTestServer(settings(operator.url));
  world = await openWorld(server);
});
test.after(async () => {
  await server?.stop();
  await operator?.close();
  rmSync(directory, { recursive: true, force: true });
});

const header = (raw: string, name: string): string | undefined =>
  new RegExp(`^${name}: *(.*(?:\r\n[ \t].*)*)$`, 'm').exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ');

const rowOf = async (deliveryId: string) => {
  const [row] = await server.services.database.db.select().from(deliveries).where(eq(deliveries.id, deliveryId));
  assert.ok(row);
  return row;
};

/** What the product’s own job is given, with another operator. */
function needsWith(url: string) {
  const { configuration, secrets } = readConfiguration({ NODE_ENV: 'test', ...settings(url) });
  const { secureMail } = configuration as Configuration;
  if (!secureMail || !secrets.secureMail) throw new Error('secure mail is not configured');
  const send = secureTransport(secureMail, secrets.secureMail);
  return { ...server.services, send, origin: () => server.origin };
}

/** A delivery that the product could not send yet: its operator is away. */
async function keptWaiting(address: string): Promise<Presented> {
  await operator.close();
  const presented = await signedReport(world, { name: 'Dr Patiente', address });
  await waitFor(
    async () => (await rowOf((await deliveryTo(world, presented, 'Patiente')).deliveryId)).attempts > 0,
    'a try',
  );
  return presented;
}

// DLV-6, DLV-7, CM-37, CM-38
test('a report leaves encrypted, alone, with the archive, its PDF, and what the norm asks', async () => {
  const presented = await signedReport(world, { name: 'Dr Sûre', address: 'sure@medecin.mssante.fr' });
  const delivery = await awaitDelivery(world, presented, 'Sûre', 'sent');
  assert.equal([delivery.channel, delivery.failure], ['secure_mail', null]);
  const [taken, ...more] = operator.to('sure@medecin.mssante.fr');
  assert.ok(taken);
  assert.is(more.length, 0);
  assert.ok(taken.encrypted);
  const { raw, email } = taken;
  assert.match(email.subject ?? '', /^XDM\/1\.0\/DDM\+/);
  assert.equal(email.from, { name: 'RCP CHU', address: 'rcp@chu.mssante.fr' });
  assert.is(email.to?.length, 1, 'one person');
  assert.equal(
    ['X-MSS-NIL', 'X-MSS-INS', 'X-MSS-MES', 'Disposition-Notification-To'].map((name) => header(raw, name)),
    ['NIL-1234', 'N', 'FIN', 'rcp@chu.mssante.fr'],
  );
  assert.match(header(raw, 'X-MSS-CODECDA') ?? '', /^\d+-\d$/);
  assert.match(header(raw, 'Message-ID') ?? '', /^<[0-9a-f-]+@chu\.mssante\.fr>$/);
  assert.is(header(raw, 'In-Reply-To'), undefined);
  assert.match(JSON.stringify(taken.dsn), /SUCCESS.*FAILURE.*DELAY/);
  const [zip, pdf] = email.attachments;
  assert.is(email.attachments.length, 2);
  assert.is(zip?.filename, 'IHE_XDM.ZIP');
  assert.match(pdf?.filename ?? '', /^\d{8}_.+\.pdf$/);
  assert.is(Buffer.from(zip?.content as ArrayBuffer).toString('latin1', 0, 2), 'PK');
  assert.is(Buffer.from(pdf?.content as ArrayBuffer).toString('latin1', 0, 5), '%PDF-');
  assert.match(email.text ?? '', 'Bonjour');
  assert.not.match(email.text ?? '', /Chimio|néoadjuvante|opératoire/, 'no clinical word in the letter');
  assert.not.match(email.text ?? '', 'annule et remplace');
  assert.is(email.html, undefined);
});

// DLV-9, DLV-10
test('a correction is sent to the same person, in the thread of the first, and says what it replaces', async () => {
  const presented = await signedReport(world, { name: 'Dr Fil', address: 'fil@medecin.mssante.fr' });
  await awaitDelivery(world, presented, 'Fil', 'sent');
  const corrected = await correct(world, presented);
  await awaitDelivery(world, corrected, 'Fil', 'sent');
  const third = await correct(world, corrected);
  await awaitDelivery(world, third, 'Fil', 'sent');
  const [first, second, last] = operator.to('fil@medecin.mssante.fr').map(({ raw, email }) => ({ raw, email }));
  assert.ok(first && second && last);
  const one = header(first.raw, 'Message-ID');
  const two = header(second.raw, 'Message-ID');
  assert.is.not(one, two);
  assert.is(header(second.raw, 'In-Reply-To'), one);
  assert.is(header(last.raw, 'In-Reply-To'), two);
  assert.is(header(last.raw, 'References'), `${one} ${two}`);
  assert.match((second.email.text ?? '').replace(/\s+/g, ' '), /annule et remplace le compte-rendu RCP-\d{4}-\d{6}/);
});

// DLV-7
test('a server that is away is tried again, and the report leaves when it is back; the coordinator has seen it meanwhile', async () => {
  const presented = await keptWaiting('attend@medecin.mssante.fr');
  const { deliveryId } = await deliveryTo(world, presented, 'Patiente');
  const needs = needsWith(operator.url);
  // Each try fails aloud, for its job to try again: what the row became of it is looked at below.
  for (let tries = 0; tries < 5; tries += 1) await deliver(needs, deliveryId).catch(() => undefined);
  const shown = await deliveryTo(world, presented, 'Patiente');
  assert.equal([shown.state, shown.failure], ['failed', 'unreachable']);
  const named = (await rowOf(deliveryId)).messageId;
  await operator.listen();
  await deliver(needsWith(operator.url), deliveryId);
  const sent = await awaitDelivery(world, presented, 'Patiente', 'sent');
  assert.is(sent.failure, null);
  assert.is((await rowOf(deliveryId)).messageId, named, 'the message kept its name');
  assert.is(operator.to('attend@medecin.mssante.fr').length, 1);
});

// DLV-5
test('nothing leaves to a server that does not encrypt, nor to one that nobody vouches for', async () => {
  const presented = await keptWaiting('clair@medecin.mssante.fr');
  const { deliveryId } = await deliveryTo(world, presented, 'Patiente');
  const clear = await SecureOperator.open(null);
  const otherDirectory = mkdtempSync(join(tmpdir(), 'concertation-mss-'));
  const stranger = await SecureOperator.open(makeCertificate(otherDirectory));
  for (const { url } of [clear, stranger])
    await deliver(needsWith(url), deliveryId).then(
      () => assert.unreachable('it left'),
      () => undefined,
    );
  assert.equal([clear.taken, stranger.taken], [[], []]);
  await Promise.all([clear.close(), stranger.close()]);
  rmSync(otherDirectory, { recursive: true, force: true });
  await operator.listen();
  await deliver(needsWith(operator.url), deliveryId);
  await awaitDelivery(world, presented, 'Patiente', 'sent');
});

// DLV-7, DLV-11
test('a refusal for good is shown at once with its code; sent to another address, it leaves as another message', async () => {
  const presented = await signedReport(world, { name: 'Dr Refusé', address: 'refused@medecin.mssante.fr' });
  const refused = await awaitDelivery(world, presented, 'Refusé', 'failed');
  assert.equal([refused.failure, refused.code], ['refused', '5.1.1']);
  const before = (await rowOf(refused.deliveryId)).messageId;
  const answer = await askDelivery(world, 'secretary', refused, 'send', { address: 'bonne@medecin.mssante.fr' });
  assert.is(answer.status, 204);
  const sent = await awaitDelivery(world, presented, 'Refusé', 'sent');
  assert.equal([sent.address, sent.failure, sent.code], ['bonne@medecin.mssante.fr', null, null]);
  assert.is.not((await rowOf(refused.deliveryId)).messageId, before);
});

// DLV-7
test('a message whose fate nobody knows is sent again under the same name, and never once it is known', async () => {
  operator.forgetsToAnswer = 1;
  const presented = await signedReport(world, { name: 'Dr Doute', address: 'doute@medecin.mssante.fr' });
  const { deliveryId } = await awaitDelivery(world, presented, 'Doute', 'sent');
  const names = () => operator.to('doute@medecin.mssante.fr').map(({ raw }) => header(raw, 'Message-ID'));
  assert.is(names().length, 2);
  assert.is(names()[0], names()[1]);
  // The process died between the operator's answer and our note of it.
  const lost = { state: 'waiting', sentAt: null };
  await server.services.database.db.update(deliveries).set(lost).where(eq(deliveries.id, deliveryId));
  const needs = needsWith(operator.url);
  await deliver(needs, deliveryId);
  await deliver(needs, deliveryId);
  assert.is(names().length, 3);
  assert.is(new Set(names()).size, 1);
  assert.is((await deliveryTo(world, presented, 'Doute')).state, 'sent');
});

// DLV-6
test('a message over 25 MB is refused before it leaves', async () => {
  const { send } = needsWith(operator.url);
  const packed = {
    zip: new Uint8Array(15_000_000),
    pdf: new Uint8Array(5_000_000),
    pdfName: 'a.pdf',
    subject: 'XDM/1.0/DDM+a',
    codeCda: '34794-8',
    hasQualifiedIdentity: false,
    title: '',
  };
  const mail = { messageId: '<a@chu.mssante.fr>', references: [], recipient: 'gros@x.mssante.fr', text: '', packed };
  await send(mail).then(
    () => assert.unreachable('it left'),
    (error: { code: string; isPermanent: boolean }) =>
      assert.equal([error.code, error.isPermanent], ['too_large', true]),
  );
  assert.is(operator.to('gros@x.mssante.fr').length, 0);
});

test.run();
