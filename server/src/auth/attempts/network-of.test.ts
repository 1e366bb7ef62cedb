import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { networkOf } from './network-of.ts';

test('an IPv6 address stands for the /64 that one subscriber holds', () => {
  const network = networkOf('2001:db8:0:7::1');
  for (const same of ['2001:0DB8::7:0:0:0:2', '2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:db8:0:7::%eth0'])
    assert.is(networkOf(same), network, same);
  for (const other of ['2001:db8:0:8::1', '2001:db8::1', '::1', 'fe80::1']) assert.is.not(networkOf(other), network);
});

test('an IPv4 address is itself, also when it is written in IPv6', () => {
  assert.is(networkOf('192.0.2.1'), '192.0.2.1');
  assert.is(networkOf('::ffff:192.0.2.1'), '192.0.2.1');
  assert.is(networkOf('::ffff:c000:201'), '192.0.2.1');
  assert.is.not(networkOf('::ffff:192.0.2.2'), networkOf('::ffff:192.0.2.1'));
});

test('what is no address is itself', () => {
  assert.is(networkOf(''), '');
  assert.is(networkOf('unknown'), 'unknown');
});

test.run();
