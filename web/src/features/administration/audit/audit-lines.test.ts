import type { AuditLine } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { shownLines, together, withOlder } from './audit-lines.ts';

/** So many lines, from this position down. */
const lines = (from: number, count = together): AuditLine[] =>
  Array.from({ length: count }, (_, index) => ({
    position: from - index,
    at: '2026-01-05T09:00:00.000Z',
    kind: 'case.read',
    accountId: null,
    accountName: null,
    patientId: null,
    subject: null,
    details: {},
    marked: false,
  }));
const positions = (shown: readonly AuditLine[]) => shown.map(({ position }) => position);

test('the latest page alone, until older lines are asked for', () => {
  assert.equal(shownLines(null, 'all', lines(300)), { lines: lines(300), hasMore: true });
  assert.is(shownLines(null, 'all', lines(3, 3)).hasMore, false);
});

// ADM-7
test('no line is lost when what came since is read again above the older ones', () => {
  const read = withOlder('all', lines(300), lines(200));
  const { lines: shown, hasMore } = shownLines(read, 'all', lines(305));
  assert.equal(positions(shown), positions(lines(300, 200)));
  assert.is(hasMore, true);
});

test('they end with a page that is not full', () => {
  const read = withOlder('all', lines(150), lines(50, 50));
  assert.is(shownLines(read, 'all', []).lines.length, 150);
  assert.is(shownLines(read, 'all', []).hasMore, false);
});

test('other filters begin again', () => {
  const read = withOlder('all', lines(300), lines(200));
  assert.equal(positions(shownLines(read, 'marked', lines(7, 2)).lines), [7, 6]);
});

test.run();
