import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ConnectionTest, ExpectedConnection } from '@concertation/shared/contracts';
import { byNeed, connectionProblems, connectionState, inMegabits } from './connection-words.ts';

const good: ConnectionTest = {
  browser: true,
  network: true,
  live: true,
  storage: true,
  microphone: true,
  camera: false,
  delay: 30,
  media: 'udp',
  download: 12_400,
  upload: 3_420,
};
const person = (name: string, passed: boolean | null): ExpectedConnection => ({
  accountId: name,
  name,
  specialty: '',
  test: passed === null ? null : { at: '2026-11-20T10:00:00Z', passed, outcome: good },
});

test('a test passed, failed, or was never made', () => {
  assert.equal(
    [true, false, null].map((passed) => connectionState(person('A', passed))),
    ['passed', 'failed', 'never'],
  );
});

test('what is wrong is named; a missing camera is not', () => {
  assert.equal(connectionProblems(good), []);
  assert.equal(connectionProblems({ ...good, live: false, microphone: false, delay: 2_000 }), [
    'live',
    'microphone',
    'delay',
  ]);
});

test('who needs help comes first', () => {
  const expected = [person('A', true), person('B', null), person('C', false), person('D', true)];
  assert.equal(
    byNeed(expected).map(({ name }) => name),
    ['C', 'B', 'A', 'D'],
  );
});

test('rates are said in megabits', () => {
  assert.equal([12_400, 3_420, 80].map(inMegabits), [12, 3.4, 0.1]);
});

test.run();
