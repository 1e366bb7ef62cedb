import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { portalOfHost } from './portal-host.ts';

const site = { portalDomain: 'rcp.exemple.fr', origin: 'https://www.rcp.exemple.fr' };

// SC-08
test('a sub-domain names its portal, whatever the port and the capitals', () => {
  assert.is(portalOfHost('tetecou.rcp.exemple.fr', site), 'tetecou');
  assert.is(portalOfHost('TeteCou.rcp.exemple.fr:443', site), 'tetecou');
  assert.is(
    portalOfHost('tetecou.localhost:8080', { portalDomain: 'localhost', origin: 'http://localhost:8080' }),
    'tetecou',
  );
});

test('the general site, the bare domain, other domains and deeper names are no portal', () => {
  for (const host of [
    'www.rcp.exemple.fr',
    'rcp.exemple.fr',
    'api.rcp.exemple.fr',
    'a.tetecou.rcp.exemple.fr',
    'tetecou.exemple.fr',
    'tetecoursrcp.exemple.fr',
    '.rcp.exemple.fr',
    '127.0.0.1:8080',
    '',
    undefined,
  ])
    assert.is(portalOfHost(host, site), null, host);
  assert.is(
    portalOfHost('concertation.exemple.fr', { portalDomain: 'exemple.fr', origin: 'https://concertation.exemple.fr' }),
    null,
  );
  assert.is(portalOfHost('tetecou.rcp.exemple.fr', { ...site, portalDomain: null }), null);
});

test.run();
