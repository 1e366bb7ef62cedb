import type { ConversationLine } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type KnownLines, withLatest, withOlder, withoutLine } from './merge-conversations.ts';

/** A conversation whose last message came at that minute. */
const line = (nth: number, minute = nth, unread = 0): ConversationLine => ({
  conversationId: `c${nth}`,
  subject: `Objet ${nth}`,
  people: [],
  lastMessage: {
    messageId: `m${nth}.${minute}`,
    authorId: 'a',
    text: 'Bonjour',
    sentAt: new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString(),
  },
  unread,
});
const page = (lines: ConversationLine[], older: boolean) => ({ conversations: lines, older });
const ids = ({ lines }: KnownLines) => lines.map(({ conversationId }) => Number(conversationId.slice(1)));
const nothing: KnownLines = { lines: [], older: false };

// SC-43
test('what newer conversations push out of the latest page stays, also once older ones were read', () => {
  const first = withLatest(nothing, page([line(5), line(4), line(3)], true));
  assert.equal([ids(first), first.older], [[5, 4, 3], true]);
  const all = withOlder(first, page([line(2), line(1)], false));
  assert.equal([ids(all), all.older], [[5, 4, 3, 2, 1], false]);
  const after = withLatest(all, page([line(6), line(5), line(4)], true));
  assert.equal([ids(after), after.older], [[6, 5, 4, 3, 2, 1], false]);
  // One from far below speaks again: it is shown once, first, and pushes another one out.
  const again = withLatest(after, page([line(1, 7, 1), line(6), line(5)], true));
  assert.equal([ids(again), again.older], [[1, 6, 5, 4, 3, 2], false]);
  assert.is(again.lines[0]?.unread, 1);
});

test('pushed out before any older one was read, it stays too, and older ones are still offered', () => {
  const first = withLatest(nothing, page([line(5), line(4), line(3)], true));
  const second = withLatest(first, page([line(6), line(5), line(4)], true));
  assert.equal([ids(second), second.older], [[6, 5, 4, 3], true]);
});

test('one that was left is dropped, in the latest page and below it', () => {
  const all = withOlder(withLatest(nothing, page([line(5), line(4), line(3)], true)), page([line(2), line(1)], false));
  const without = withLatest(all, page([line(5), line(3), line(2)], true));
  assert.equal(ids(without), [5, 3, 2, 1], 'it should have been in the page');
  assert.equal(ids(withLatest(withoutLine(without, 'c1'), page([line(5), line(3), line(2)], true))), [5, 3, 2]);
  const few = withLatest(withLatest(nothing, page([line(2), line(1)], false)), page([line(2)], false));
  assert.equal([ids(few), few.older], [[2], false], 'the page is everything');
});

test('after too many conversations nothing is missing in between: the latest page stands alone', () => {
  const known = withLatest(nothing, page([line(3), line(2), line(1)], true));
  const after = withLatest(known, page([line(62), line(61), line(60)], true));
  assert.equal([ids(after), after.older], [[62, 61, 60], true]);
});

test('an older page that comes late does not undo what came meanwhile', () => {
  const known = withLatest(nothing, page([line(1, 9), line(5), line(4)], true));
  const after = withOlder(known, page([line(3), line(1)], true));
  assert.equal(ids(after), [1, 5, 4, 3]);
  assert.is(after.lines[0]?.lastMessage.messageId, 'm1.9');
});

test.run();
