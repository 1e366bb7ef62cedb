import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bestPath, destinationOf, isHindered, type PathState, relayOf } from './paths.ts';

const found = (udp: PathState, tcp: PathState, relay: PathState) => ({
  states: { udp, tcp, relay },
  relayBy: null,
  destinations: [],
  foundAt: '',
});
const best = (udp: PathState, tcp: PathState, relay: PathState) => bestPath(found(udp, tcp, relay));

// SC-82
test('the best path is the most direct one that is open', () => {
  assert.is(best('open', 'open', 'open'), 'udp');
  assert.is(best('closed', 'open', 'open'), 'tcp');
  assert.is(best('closed', 'closed', 'open'), 'relay');
  assert.is(best('closed', 'closed', 'absent'), 'none');
  assert.is(best('absent', 'open', 'absent'), 'tcp');
});

test('there is something to ask for only where a better path is closed', () => {
  assert.is(isHindered(found('open', 'closed', 'closed')), false);
  assert.is(isHindered(found('absent', 'open', 'absent')), false);
  assert.is(isHindered(found('closed', 'open', 'open')), true);
  assert.is(isHindered(found('absent', 'closed', 'open')), true);
  assert.is(isHindered(found('closed', 'closed', 'absent')), true);
});

test('a destination is said as a firewall knows it', () => {
  assert.is(destinationOf({ protocol: 'udp', address: '192.0.2.10', port: 44_400 }), 'UDP 192.0.2.10:44400');
  assert.is(destinationOf({ protocol: 'tcp', ip: '2001:db8::1', port: 44_401 }), 'TCP [2001:db8::1]:44401');
  assert.is(destinationOf({ protocol: 'udp' }), null);
});

test('a relay is said with the port that its address implies', () => {
  assert.is(relayOf('turns:turn.example.org:443?transport=tcp'), 'TLS turn.example.org:443');
  assert.is(relayOf('turns:turn.example.org'), 'TLS turn.example.org:5349');
  assert.is(relayOf('turn:turn.example.org'), 'UDP turn.example.org:3478');
  assert.is(relayOf('turn:[2001:db8::1]:3479?transport=tcp'), 'TCP [2001:db8::1]:3479');
  assert.is(relayOf('stun:stun.example.org'), null);
});

test.run();
