import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readAnswer, showAnswer, type TypedQuestion } from './answer-value.ts';

const of = (type: TypedQuestion['type']) => ({ type }) as TypedQuestion;

test('a day is kept as a day, and is no answer until it exists', () => {
  assert.is(readAnswer(of('date'), '09/01/2026'), '2026-01-09');
  for (const typed of ['09/01', '31/02/2026', 'hier']) assert.is(readAnswer(of('date'), typed), null);
  assert.is(showAnswer(of('date'), '2026-01-09'), '09/01/2026');
});

test('a number has digits, with a point or a comma', () => {
  for (const typed of ['2', '-1', '2,4', '0.75']) assert.is(readAnswer(of('number'), typed), typed);
  for (const typed of ['2 L', '1,2,3', 'deux', '-']) assert.is(readAnswer(of('number'), typed), null);
});

test('an empty answer clears, whatever the question', () => {
  for (const type of ['text', 'choice', 'number', 'date'] as const) assert.is(readAnswer(of(type), '  '), '');
});

test.run();
