import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { formatWait } from './format-wait.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');

test('a wait is said in words, without useless parts', () => {
  assert.is(plain(formatWait(1, 'fr')), '1 seconde');
  assert.is(plain(formatWait(45, 'fr')), '45 secondes');
  assert.is(plain(formatWait(60, 'fr')), '1 minute');
  assert.is(plain(formatWait(125, 'fr')), '2 minutes 5 secondes');
  assert.is(plain(formatWait(4210, 'fr')), '1 heure 10 minutes');
  assert.is(plain(formatWait(60, 'en')), '1 minute');
});

test('a part of a second is waited for, and what is over is zero', () => {
  assert.is(plain(formatWait(0.2, 'fr')), '1 seconde');
  assert.is(plain(formatWait(-3, 'fr')), '0 seconde');
});

test.run();
