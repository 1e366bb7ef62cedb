import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { inOrder, movedTo, neighbour, orderedWithin } from './order.ts';

const lines = ['a', 'b', 'c'].map((presentationId) => ({ presentationId }));

test('one step forward and back, nothing past the ends', () => {
  assert.is(neighbour(lines, 'a', 'next')?.presentationId, 'b');
  assert.is(neighbour(lines, 'b', 'previous')?.presentationId, 'a');
  assert.is(neighbour(lines, 'c', 'next'), null);
  assert.is(neighbour(lines, 'a', 'previous'), null);
});

test('before the first case, next is the first and there is no previous', () => {
  assert.is(neighbour(lines, null, 'next')?.presentationId, 'a');
  assert.is(neighbour(lines, null, 'previous'), null);
  assert.is(neighbour([], null, 'next'), null);
});

test('a case is moved to a place and nothing is lost', () => {
  assert.equal(movedTo(['a', 'b', 'c'], 'a', 2), ['b', 'c', 'a']);
  assert.equal(movedTo(['a', 'b', 'c'], 'c', 0), ['c', 'a', 'b']);
  assert.equal(movedTo(['a', 'b', 'c'], 'b', 99), ['a', 'c', 'b']);
  assert.equal(movedTo(['a', 'b', 'c'], 'b', -1), ['b', 'a', 'c']);
  assert.equal(movedTo(['a', 'b', 'c'], 'gone', 0), ['a', 'b', 'c']);
});

test('a case added meanwhile comes last, one removed meanwhile is left out', () => {
  assert.equal(
    inOrder(lines, ['c', 'a']).map((line) => line.presentationId),
    ['c', 'a', 'b'],
  );
  assert.equal(
    inOrder(lines, ['c', 'gone', 'b', 'a']).map((line) => line.presentationId),
    ['c', 'b', 'a'],
  );
});

test('what a view does not show keeps its place when the rest is ordered', () => {
  assert.equal(orderedWithin(['a', 'x', 'b', 'c', 'y'], ['c', 'a', 'b']), ['c', 'x', 'a', 'b', 'y']);
  assert.equal(orderedWithin(['a', 'b'], []), ['a', 'b']);
});

test.run();
