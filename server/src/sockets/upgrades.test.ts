import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { rawUpgrade } from '../../test/support/raw-upgrade.ts';
import type { Principal } from '../access/index.ts';
import { createLogger } from '../lib/index.ts';
import { Upgrades } from './upgrades.ts';

// SYNC-14
test('who was coming in while the transport stopped is asked to come back, and opens no socket', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const asked = Promise.withResolvers<void>();
  const principal = Promise.withResolvers<Principal>();
  const principalOf = () => {
    asked.resolve();
    return principal.promise;
  };
  const upgrades = new Upgrades(server, {
    sessions: { principalOf },
    log: createLogger('silent'),
    origin: () => '',
    production: false,
  });
  let opened = 0;
  const open = () => void (opened += 1);
  const stop = upgrades.take('/here', { maxPayload: 1, refuse: () => null, open });
  try {
    const status = rawUpgrade((server.address() as AddressInfo).port, '/here');
    await asked.promise;
    stop();
    principal.resolve({} as Principal);
    assert.is(await status, 503);
    assert.is(opened, 0);
  } finally {
    server.close();
  }
});

test.run();
