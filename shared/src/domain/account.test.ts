import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { code, phone, standingOf } from './account.ts';

const now = new Date('2026-11-21T12:00:00Z');
const after = new Date('2026-11-21T12:00:01Z');

// SC-22, SC-23
test('a trial closes at its end, and who was checked stays', () => {
  assert.is(standingOf({ verifiedAt: null, trialEndsAt: after }, now), 'trial');
  assert.is(standingOf({ verifiedAt: null, trialEndsAt: now }, now), 'closed');
  assert.is(standingOf({ verifiedAt: null, trialEndsAt: null }, now), 'closed');
  assert.is(standingOf({ verifiedAt: now, trialEndsAt: now }, now), 'verified');
});

// SC-14
test('a telephone number is kept as it is dialled from anywhere; what is no number is refused', () => {
  assert.is(phone.parse('06 12 34 56 78'), '+33612345678');
  assert.is(phone.parse('06.12.34.56.78'), '+33612345678');
  assert.is(phone.parse('+262 692 12 34 56'), '+262692123456');
  assert.is(phone.parse('0033612345678'), '+33612345678');
  for (const wrong of ['', '0612', '06 12 34 56 7a', '+0612345678', '1234567890123456789'])
    assert.not(phone.safeParse(wrong).success, wrong);
});

test('a code is six digits, however it is spaced', () => {
  assert.is(code.parse('123 456'), '123456');
  for (const wrong of ['12345', '1234567', '12345a', '']) assert.not(code.safeParse(wrong).success, wrong);
});

test.run();
