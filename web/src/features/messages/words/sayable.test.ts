import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sayable } from './sayable.ts';

test('what nobody sees is left out, lines and tabs stay', () => {
  assert.is(sayable(' Salle 2\u0000\u000B ?\n\tOu la 4\u202E.\u0007 '), 'Salle 2 ?\n\tOu la 4.');
  assert.is(sayable(' \n \u0000'), '');
  assert.is(sayable('œdème, 37 °C, 💊, l’été'), 'œdème, 37 °C, 💊, l’été');
});

test.run();
