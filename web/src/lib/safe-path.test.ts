import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { safePath } from './safe-path.ts';

test('a path of the application is kept, with what follows it', () => {
  for (const path of ['/', '/compte', '/dossiers/0198?x=1#diagnostic', '/reunions/0198'])
    assert.is(safePath(path), path);
});

test('anything that could lead elsewhere leads home', () => {
  const traps = [
    null,
    undefined,
    '',
    'compte',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/a\\b',
    'javascript:alert(1)',
    '/.//evil.example',
    '/x/..//evil.example',
    `/${'a'.repeat(600)}`,
  ];
  for (const trap of traps) assert.is(safePath(trap), '/', String(trap));
});

test('the entrances are not places to come back to', () => {
  for (const entrance of [
    '/connexion',
    '/connexion?vers=/compte',
    '/inscription/',
    '/mot-de-passe',
    '/recuperation/cle',
  ])
    assert.is(safePath(entrance), '/');
  assert.is(safePath('/connexions'), '/connexions');
});

test.run();
