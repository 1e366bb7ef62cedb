import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { shortcutOf } from './shortcuts.ts';

const press = (change: Partial<Parameters<typeof shortcutOf>[0]>) =>
  shortcutOf({ key: '', code: '', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, ...change });

test('digits go by their place, so that a French keyboard has the same shortcuts', () => {
  assert.equal(press({ key: '&', code: 'Digit1', altKey: true }), { kind: 'block', block: 'h3' });
  assert.equal(press({ key: '1', code: 'Digit1', altKey: true }), { kind: 'block', block: 'h3' });
  assert.equal(press({ key: '_', code: 'Digit8', shiftKey: true }), { kind: 'block', block: 'bullet' });
});

test('a link is asked with Ctrl or Command and K', () => {
  assert.equal(press({ key: 'k' }), { kind: 'link' });
  assert.equal(press({ key: 'k', ctrlKey: false, metaKey: true }), { kind: 'link' });
});

test('plain keys, and AltGr with a digit that writes a character, are left alone', () => {
  assert.is(press({ key: 'k', ctrlKey: false }), null);
  assert.is(press({ key: '1', code: 'Digit1' }), null);
  assert.is(press({ key: '@', code: 'Digit0', altKey: true }), null);
  assert.is(press({ key: '~', code: 'Digit2', altKey: true }), null);
});

test.run();
