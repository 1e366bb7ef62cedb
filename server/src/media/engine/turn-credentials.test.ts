import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { iceServers, turnCredentials } from './turn-credentials.ts';

// MED-15
test('credentials are those that coturn computes from the shared secret', () => {
  // printf %s 1767225600:seat | openssl dgst -sha1 -hmac 'un secret partagé' -binary | base64
  assert.equal(turnCredentials('un secret partagé', 'seat', new Date('2026-01-01T00:00:00.900Z')), {
    username: '1767225600:seat',
    credential: '65B3f8SR4bWT1Y2oGUkyqDi8Ycc=',
  });
});

// MED-15
test('a browser is given every address with credentials that end after the minutes of the settings', () => {
  const turn = { urls: ['turn:relais.exemple.fr:3478', 'turns:relais.exemple.fr:443?transport=tcp'], minutes: 240 };
  const now = new Date('2026-01-01T08:00:00Z');
  const [server, ...others] = iceServers(turn, 'secret', 'seat', now);
  assert.equal(others, []);
  assert.equal(server?.urls, turn.urls);
  assert.is(server?.username, `${now.getTime() / 1000 + 240 * 60}:seat`);
  assert.is.not(server?.credential, iceServers(turn, 'secret', 'other', now)[0]?.credential);
});

test('no relay without addresses, nor without a secret', () => {
  const now = new Date();
  assert.equal(iceServers({ urls: [], minutes: 240 }, 'secret', 'seat', now), []);
  assert.equal(iceServers({ urls: ['turn:relais.exemple.fr'], minutes: 240 }, null, 'seat', now), []);
  assert.equal(iceServers({ urls: ['turn:relais.exemple.fr'], minutes: 240 }, '', 'seat', now), []);
});

test.run();
