import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isRead, mark, type Marks, notice } from './marks.ts';

const none: Marks = new Map();
const first = { textHash: 'first', patientRevision: 1 };
const second = { textHash: 'second', patientRevision: 1 };

// FRZ-14
test('a tick is for the words that were read; others take it off, and it may be given again', () => {
  const read = mark(none, 'a', first);
  assert.ok(isRead(read, 'a'));
  assert.not.ok(isRead(read, 'b'));
  assert.is(notice(read, 'a', first), read, 'nothing changed');
  assert.is(notice(read, 'b', first), read);
  const changed = notice(read, 'a', second);
  assert.not.ok(isRead(changed, 'a'));
  assert.is(changed.get('a')?.changed, true);
  assert.not.ok(isRead(notice(changed, 'a', first), 'a'), 'not even when the words come back: they were not looked at');
  assert.ok(isRead(mark(changed, 'a', second), 'a'));
});

test('an identity corrected since takes the tick off as well', () => {
  const read = mark(none, 'a', first);
  assert.not.ok(isRead(notice(read, 'a', { ...first, patientRevision: 2 }), 'a'));
});

test('a tick taken off leaves nothing', () => {
  assert.is(mark(mark(none, 'a', first), 'a', null).size, 0);
});

test.run();
