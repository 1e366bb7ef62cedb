import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { turnCredentials } from '../src/media/engine/turn-credentials.ts';
import { type Coturn, shippedConfiguration, startCoturn } from './support/coturn.ts';
import { hasRelay, overTcp, overUdp, type TurnAccess, TurnClient, type TurnWay } from './support/turn-client.ts';

let coturn: Coturn;
const inAnHour = () => new Date(Date.now() + 3_600_000);
const aSeat = '018f2d1e-0000-7000-8000-000000000001';

test.before(async () => {
  coturn = await startCoturn();
});
test.after(() => coturn.stop());

const ways: [string, () => TurnWay][] = [
  ['UDP', () => overUdp(coturn.port)],
  ['TCP', () => overTcp(coturn.port, false)],
  ['TLS', () => overTcp(coturn.tlsPort, true)],
];

async function askedOver(way: TurnWay, access: TurnAccess | null, protocol?: number) {
  const client = new TurnClient(way, access);
  try {
    return await client.allocate(protocol);
  } finally {
    client.close();
  }
}

for (const [name, way] of ways) {
  // SC-82
  test(`over ${name}, the credentials that the product gives open the relay`, async () => {
    assert.ok(hasRelay(await askedOver(way(), turnCredentials(coturn.secret, aSeat, inAnHour()))));
  });

  test(`over ${name}, nobody comes in without, with ended or with forged credentials`, async () => {
    const ended = turnCredentials(coturn.secret, aSeat, new Date(Date.now() - 1_000));
    const forged = turnCredentials('another secret', aSeat, inAnHour());
    const given = turnCredentials(coturn.secret, aSeat, inAnHour());
    const prolonged = { ...given, username: given.username.replace(/^\d+/, (seconds) => `${Number(seconds) + 3600}`) };
    for (const access of [null, ended, forged, prolonged]) assert.is((await askedOver(way(), access)).status, 401);
  });
}

test('the relay reaches the media server and no other address, near or far', async () => {
  const client = new TurnClient(overUdp(coturn.port), turnCredentials(coturn.secret, aSeat, inAnHour()));
  try {
    assert.ok(hasRelay(await client.allocate()));
    assert.is((await client.permit('127.0.0.1')).status, 200);
    for (const address of ['127.0.0.2', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '8.8.8.8'])
      assert.is((await client.permit(address)).status, 403, address);
  } finally {
    client.close();
  }
});

test('the relay opens no TCP connection for anybody', async () => {
  const answer = await askedOver(overTcp(coturn.port, false), turnCredentials(coturn.secret, aSeat, inAnHour()), 6);
  assert.is(hasRelay(answer), false);
});

test('the configuration that ships names no loopback, and its secret is nobody’s', () => {
  const lines = shippedConfiguration().split('\n');
  assert.not(lines.some((line) => line.startsWith('allow-loopback-peers')));
  assert.not(lines.some((line) => line.startsWith('no-auth') || line.startsWith('lt-cred-mech')));
  assert.ok(lines.includes('static-auth-secret=REMPLACEZ-MOI'));
  assert.ok(lines.includes('denied-peer-ip=0.0.0.0-255.255.255.255'));
});

test.run();
