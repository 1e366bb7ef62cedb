import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isRpps, nationalIdOfRpps, rpps } from './rpps.ts';

test('an RPPS number has eleven digits that pass Luhn together', () => {
  assert.ok(isRpps('99700427885'), 'the test user of Pro Santé Connect');
  assert.not.ok(isRpps('10000000001'), 'the key is wrong');
  assert.not.ok(isRpps('899700427885'), 'the prefix of the national identification is no part of it');
  for (const text of ['', '9970042788', '997004278850', '9970042788a', ' 99700427885', '٩٩٧٠٠٤٢٧٨٨٥'])
    assert.not.ok(isRpps(text), text);
});

test('one wrong digit, or two exchanged, is no longer one', () => {
  for (let at = 0; at < 11; at += 1) {
    const digits = Array.from('99700427885');
    digits[at] = String((Number(digits[at]) + 1) % 10);
    assert.not.ok(isRpps(digits.join('')), `digit ${at + 1}`);
  }
  assert.not.ok(isRpps('99700247885'));
});

test('spaces that people type are left out; the national identification is the number after an 8', () => {
  assert.is(rpps.parse('9970 0427 885'), '99700427885');
  assert.not.ok(rpps.safeParse('9970 0427 886').success);
  assert.is(nationalIdOfRpps('99700427885'), '899700427885');
});

test.run();
