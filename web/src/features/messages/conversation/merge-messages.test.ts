import type { Message } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Known, withLatest, withOlder, withoutWords } from './merge-messages.ts';

const message = (nth: number, text: string | null = `Message ${nth}`): Message => ({
  messageId: `m${nth}`,
  authorId: 'a',
  text,
  sentAt: new Date(Date.UTC(2026, 10, 21, 10, nth)).toISOString(),
});
const page = (from: number, to: number, older: boolean): Known => ({
  messages: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
  older,
});
const numbers = ({ messages }: Known) => messages.map(({ messageId }) => Number(messageId.slice(1)));
const nothing: Known = { messages: [], older: false };

// SC-43
test('the latest page brings what is new and keeps what it pushed out', () => {
  const first = withLatest(nothing, page(3, 5, true));
  assert.equal([numbers(first), first.older], [[3, 4, 5], true]);
  const second = withLatest(first, page(5, 7, true));
  assert.equal([numbers(second), second.older], [[3, 4, 5, 6, 7], true]);
  const third = withOlder(second, page(1, 2, false));
  assert.equal([numbers(third), third.older], [[1, 2, 3, 4, 5, 6, 7], false]);
  assert.equal(withLatest(third, page(6, 8, true)).older, false, 'the beginning is already there');
});

test('after too many messages nothing is missing in between: the latest page stands alone', () => {
  const known = withLatest(nothing, page(1, 3, false));
  const after = withLatest(known, page(60, 62, true));
  assert.equal([numbers(after), after.older], [[60, 61, 62], true]);
});

test('words that were erased disappear, here at once and by the next page', () => {
  const known = withLatest(nothing, page(1, 2, false));
  assert.is(withoutWords(known, 'm1').messages[0]?.text, null);
  const next = withLatest(known, { messages: [message(1, null), message(2)], older: false });
  assert.is(next.messages[0]?.text, null);
});

test.run();
