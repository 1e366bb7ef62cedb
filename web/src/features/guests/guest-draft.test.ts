import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyGuest, guestFields, readGuest } from './guest-draft.ts';

const filled = {
  title: 'Mme',
  givenName: 'Ines',
  familyName: 'Carpentier',
  quality: 'Cardiologue',
  email: ' Ines@Exemple.fr ',
} as const;

test('a filled form is a guest, its address tidied', () => {
  assert.equal(readGuest(filled), { guest: { ...filled, email: 'ines@exemple.fr' } });
});

test('what is missing or wrong is named in the order of the form', () => {
  assert.equal(readGuest(emptyGuest), { wrong: [...guestFields] });
  assert.equal(readGuest({ ...filled, quality: '  ', email: 'ines' }), { wrong: ['quality', 'email'] });
});

test.run();
