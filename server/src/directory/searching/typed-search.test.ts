import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isOneSlipAway, slipsOf } from './slips.ts';
import { nameReadings, readTypedSearch } from './typed-search.ts';

test('what is typed is a number, names, or too little', () => {
  const number = (digits: string) => ({ kind: 'number', digits });
  assert.equal(readTypedSearch('8990 0000 012'), number('89900000012'));
  assert.equal(readTypedSearch('889900000012'), number('89900000012'), 'the national identification, with its 8');
  assert.equal(readTypedSearch('899'), number('899'));
  for (const little of ['', ' ', '89', '1234567890123', 'a', '…', "'"])
    assert.is(readTypedSearch(little), null, little);
  assert.equal(readTypedSearch(' D’Alméida-LE Goff '), { kind: 'names', words: ['d', 'almeida', 'le', 'goff'] });
  assert.is((readTypedSearch('a b c d e f g h') as { words: string[] }).words.length, 6);
});

test('names are read in both orders, wherever one ends and the other begins', () => {
  const told = nameReadings(['le', 'goff', 'yann']).map(({ family, given }) => `${family}/${given}`);
  assert.equal(told, [
    'le/goff yann',
    'goff yann/le',
    'le goff/yann',
    'yann/le goff',
    'le goff yann/',
    '/le goff yann',
  ]);
  assert.equal(nameReadings(['yann']), [
    { family: 'yann', given: '' },
    { family: '', given: 'yann' },
  ]);
});

test('one slip is a letter missing, in excess, wrong, or exchanged with the next', () => {
  for (const slip of ['arnau', 'rnaud', 'arnnaud', 'xarnaud', 'arnaudx', 'arnaut', 'arxaud', 'arnuad', 'ranaud'])
    assert.ok(isOneSlipAway(slip, 'arnaud') && isOneSlipAway('arnaud', slip), slip);
  for (const other of ['arnaud', 'arnoux', 'arna', 'duanra', 'arnaudxx', 'aranudx'])
    assert.not.ok(isOneSlipAway(other, 'arnaud'), other);
});

test('two words one slip apart share a form with a letter less: none is missed by the index', () => {
  const word = 'martinez';
  for (let at = 0; at < word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const slips = [before + after, `${before}q${word[at]}${after}`, `${before}q${after}`];
    if (at + 1 < word.length) slips.push(`${before}${word[at + 1]}${word[at]}${after.slice(1)}`);
    for (const slip of slips)
      assert.ok(
        slipsOf(slip).some((form) => slipsOf(word).includes(form)),
        slip,
      );
  }
});

test.run();
