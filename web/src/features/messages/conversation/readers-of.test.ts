import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readersOf } from './readers-of.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString();
const person = (accountId: string, readUntil: string | null, left = false) => ({
  accountId,
  name: accountId.toUpperCase(),
  specialty: '',
  readUntil,
  left,
});

// SC-43
test('a message is read by those who read until it, and by everybody who still takes part', () => {
  const message = { sentAt: at(5) };
  const me = person('me', at(9));
  assert.is(readersOf(message, [me, person('a', null), person('b', at(4))], 'me'), null);
  assert.equal(readersOf(message, [me, person('a', at(5)), person('b', at(4))], 'me'), {
    names: ['A'],
    everybody: false,
  });
  assert.is(readersOf(message, [me, person('a', at(6)), person('b', null, true)], 'me')?.everybody, true);
  assert.is(readersOf(message, [me, person('b', at(9), true)], 'me'), null);
});

test.run();
