import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { forgetKept, holdsInMemory, keptPlace, onForgotten } from './kept-in-window.ts';

const stored = new Map<string, string>();
// Node has no window: what of its storage is used here.
Object.defineProperty(globalThis, 'sessionStorage', {
  value: {
    get length() {
      return stored.size;
    },
    key: (index: number) => [...stored.keys()][index] ?? null,
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  },
});

test.before.each(() => {
  forgetKept('');
  stored.clear();
});

test('what is kept in a window is found again by the next page, until its person leaves', () => {
  keptPlace('messages.a.new.', false).keep({ text: 'Bonjour' });
  assert.equal(keptPlace('messages.a.new.', false).read(), { text: 'Bonjour' });
  assert.is(stored.size, 1);
  assert.not(holdsInMemory(''));
  forgetKept('');
  assert.is(keptPlace('messages.a.new.', false).read(), null);
  assert.is(stored.size, 0);
});

// MSG-12
test('on a shared computer it stays in the memory of the page, and nothing is stored', () => {
  const place = keptPlace('messages.a.new.', true);
  place.keep({ text: 'Bonjour' });
  assert.is(stored.size, 0);
  assert.ok(holdsInMemory('messages.a.'), 'the page asks before it is left');
  assert.not(holdsInMemory('messages.b.'), 'of its own person, and of nobody else');
  assert.equal(keptPlace('messages.a.new.', true).read(), { text: 'Bonjour' }, 'another page of ours leads back to it');
  assert.is(keptPlace('messages.b.new.', true).read(), null);
  place.keep(null);
  assert.not(holdsInMemory(''));
});

// MSG-12
test('what was on its way when its person left writes nothing back', () => {
  for (const shared of [false, true]) {
    const place = keptPlace('messages.a.c', shared);
    place.keep({ text: 'Bonjour' });
    forgetKept('');
    place.keep({ text: 'Bonjour' });
    assert.is(keptPlace('messages.a.c', shared).read(), null);
    keptPlace('messages.a.c', shared).keep({ text: 'Au retour' });
    assert.equal(keptPlace('messages.a.c', shared).read(), { text: 'Au retour' });
  }
});

// REG-19
test('one thing is forgotten without the others', () => {
  let messages = 0;
  onForgotten('messages.', () => (messages += 1));
  keptPlace('messages.a.new.', false).keep({ text: 'Bonjour' });
  keptPlace('registration', false).keep({ familyName: 'Vasse' });
  forgetKept('registration');
  assert.is(keptPlace('registration', false).read(), null);
  assert.equal(keptPlace('messages.a.new.', false).read(), { text: 'Bonjour' });
  assert.is(messages, 0);
  forgetKept('');
  assert.is(messages, 1);
});

test.run();
