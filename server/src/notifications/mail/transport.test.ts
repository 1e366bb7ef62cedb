import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { smtpDelivery, type StoredMail, Undelivered } from './transport.ts';

const mail = {
  id: '00000000-0000-4000-8000-000000000001',
  recipient: 'somebody@example.org',
  subject: 'Votre code',
  text: '123456',
  html: '',
  calendar: null,
  calendarMethod: null,
  createdAt: new Date(),
} as StoredMail;

/** A relay that offers no TLS, at an address of this machine; what it took. */
async function plainRelay(host: string) {
  const taken: string[] = [];
  const relay = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      stream.on('data', (chunk: Buffer) => taken.push(chunk.toString()));
      stream.on('end', () => done());
    },
  });
  await new Promise<void>((ready) => relay.listen(0, host, () => ready()));
  const { port } = relay.server.address() as AddressInfo;
  return { taken, relay, deliver: smtpDelivery({ url: `smtp://${host}:${port}`, from: 'rcp@example.org' }) };
}

// ASVS 12.3.1
test('a mail goes in clear to a relay of this machine only; another one must offer TLS, or receives nothing', async () => {
  const here = await plainRelay('127.0.0.1');
  // Of this machine too, but not one of the names that say so.
  const elsewhere = await plainRelay('127.0.0.2');
  try {
    await here.deliver(mail);
    assert.match(here.taken.join(''), '123456');
    await elsewhere.deliver(mail).then(
      () => assert.unreachable(),
      (error: unknown) => {
        assert.instance(error, Undelivered);
        assert.not((error as Undelivered).permanent, 'it is tried again, once the relay is mended');
      },
    );
    assert.equal(elsewhere.taken, []);
  } finally {
    for (const { relay } of [here, elsewhere])
      await new Promise<void>((done) => {
        relay.close(() => done());
      });
  }
});

test.run();
