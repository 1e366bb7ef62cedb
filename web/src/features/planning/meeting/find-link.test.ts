import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findLink, splitLinks } from './find-link.ts';

test('the link to join is found in what was written', () => {
  assert.is(
    findLink('Lien : https://visio.exemple.fr/salle-12?mdp=a.b, code 42.'),
    'https://visio.exemple.fr/salle-12?mdp=a.b',
  );
  assert.is(findLink('01 23 45 67 89'), null);
  assert.is(findLink('javascript:alert(1)'), null);
});

test('a text keeps every character', () => {
  const text = 'Salle https://a.fr/1\nou (https://b.fr/2).';
  const parts = splitLinks(text);
  assert.is(parts.map((part) => part.text).join(''), text);
  assert.equal(
    parts.filter(({ isLink }) => isLink).map((part) => part.text),
    ['https://a.fr/1', 'https://b.fr/2'],
  );
  assert.equal(splitLinks(''), []);
});

test.run();
