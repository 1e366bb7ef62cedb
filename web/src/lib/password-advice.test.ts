import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { passwordAdvice } from './password-advice.ts';

test('the characters that are missing are counted, an accent is one', () => {
  assert.is(passwordAdvice('', []).missing, 12);
  assert.is(passwordAdvice('éééééééééé', []).missing, 2);
  assert.is(passwordAdvice('quatre mots sans rapport', []).missing, 0);
});

test('the name and the address of its owner are recognised, whatever the accents and the case', () => {
  const owner = ['Élodie', 'Arnaud', 'elodie.arnaud'];
  assert.ok(passwordAdvice('vive-ELODIE-2026', owner).personal);
  assert.ok(passwordAdvice('MaConcertation!', owner).personal);
  assert.not(passwordAdvice('quatre mots sans rapport', owner).personal);
  assert.not(passwordAdvice('quatre mots sans rapport', ['Li', '']).personal);
});

test.run();
