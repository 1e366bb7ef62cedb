import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { phoneAddress } from './phone-address.ts';

test('a number is dialled by its digits, and the plus of another country', () => {
  assert.is(phoneAddress('05 31 15 65 31'), 'tel:0531156531');
  assert.is(phoneAddress('+33 (0)5-31.15'), 'tel:+33053115');
});

test.run();
