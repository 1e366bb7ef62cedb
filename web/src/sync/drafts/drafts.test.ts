import { fieldsMap, sectionText, tagsMap } from '@concertation/shared/documents';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { DraftKeeper } from './draft-keeper.ts';
import type { DraftPart, DraftStore } from './draft-store.ts';
import { documentText } from './document-text.ts';
import { keptTextOf } from './kept-text.ts';
import { touchedRoots } from './touched-roots.ts';

function memoryStore(): DraftStore & { parts: DraftPart[]; broken: boolean } {
  const matches = (part: DraftPart, place: Partial<DraftPart>) =>
    Object.entries(place).every(([key, value]) => part[key as keyof DraftPart] === value);
  const store = {
    parts: [] as DraftPart[],
    broken: false,
    waiting: () => Promise.resolve([]),
    read: (place: Partial<DraftPart>) => Promise.resolve(store.parts.filter((part) => matches(part, place))),
    write: (parts: DraftPart[], { replace } = { replace: false }) => {
      if (store.broken) return Promise.reject(new Error('quota'));
      const [first] = parts;
      if (replace && first)
        store.parts = store.parts.filter(
          (part) => !matches(part, { account: first.account, document: first.document, tab: first.tab }),
        );
      store.parts.push(...parts);
      return Promise.resolve();
    },
    remove: (parts: Partial<DraftPart>[]) => {
      for (const { account, document, tab, part } of parts)
        store.parts = store.parts.filter(
          (kept) => !matches(kept, { account, document, tab, part } as Partial<DraftPart>),
        );
      return Promise.resolve();
    },
    removeAll: (place: Partial<DraftPart>) => {
      store.parts = store.parts.filter((part) => !matches(part, place));
      return Promise.resolve();
    },
  };
  return store as DraftStore & typeof store;
}

const name = 'case:1';
const adopting = Symbol('adopting');

function open(store: DraftStore, tab: string, account = 'a') {
  const document = new Y.Doc();
  const changes: (() => void)[] = [];
  const keeper = new DraftKeeper({
    store,
    account,
    name,
    tab,
    document,
    onChange: () => changes.splice(0).forEach((done) => done()),
  });
  document.on('update', (update: Uint8Array, origin: unknown, _document: Y.Doc, transaction: Y.Transaction) => {
    if (origin !== adopting) keeper.record(update, touchedRoots(transaction));
  });
  const settled = async () => {
    while (!keeper.flushed && keeper.works) await new Promise<void>((done) => changes.push(done));
  };
  const type = (words: string) =>
    sectionText(document, 'history').insert(sectionText(document, 'history').length, words);
  return { document, keeper, settled, type };
}

// SYNC-23
test('what was typed offline is there after a reload, and goes once it is acknowledged', async () => {
  const store = memoryStore();
  const before = open(store, 'first');
  before.keeper.hurry(true);
  before.type('fièvre ');
  await before.settled();
  before.type('depuis trois jours');
  await before.settled();
  assert.ok(store.parts.length > 0);

  const after = open(store, 'second');
  await after.keeper.adopt(adopting);
  assert.is(documentText(after.document, 'history'), 'fièvre depuis trois jours');
  assert.equal([...after.keeper.roots], ['rt:history']);
  after.keeper.acknowledged();
  await after.settled();
  assert.equal(store.parts, []);
});

test('a second account of the same computer adopts nothing', async () => {
  const store = memoryStore();
  const writer = open(store, 'first');
  writer.keeper.hurry(true);
  writer.type('secret');
  await writer.settled();
  const other = open(store, 'second', 'b');
  await other.keeper.adopt(adopting);
  assert.is(documentText(other.document, 'history'), '');
});

test('a tab that is acknowledged leaves what another tab still waits for', async () => {
  const store = memoryStore();
  const one = open(store, 'one');
  const two = open(store, 'two');
  one.keeper.hurry(true);
  two.keeper.hurry(true);
  one.type('un');
  two.type('deux');
  await one.settled();
  await two.settled();
  one.keeper.acknowledged();
  await one.settled();
  assert.equal([...new Set(store.parts.map((part) => part.tab))], ['two']);
});

test('connected, an edit acknowledged at once is never written', async () => {
  const store = memoryStore();
  const writer = open(store, 'first');
  writer.type('vite');
  writer.keeper.acknowledged();
  writer.keeper.hurry(true);
  await writer.settled();
  assert.equal(store.parts, []);
});

test('a browser that refuses storage is told of, and everything is written when it accepts again', async () => {
  const store = memoryStore();
  const writer = open(store, 'first');
  writer.keeper.hurry(true);
  store.broken = true;
  writer.type('perdu ');
  await writer.settled();
  assert.not(writer.keeper.works);
  assert.not(writer.keeper.flushed);
  store.broken = false;
  writer.type('retrouvé');
  await new Promise((done) => setTimeout(done));
  await writer.settled();
  const after = open(store, 'second');
  await after.keeper.adopt(adopting);
  assert.is(documentText(after.document, 'history'), 'perdu retrouvé');
});

// SYNC-24
test('a refused draft is put aside: shown again, never applied again', async () => {
  const store = memoryStore();
  const writer = open(store, 'first');
  writer.keeper.hurry(true);
  writer.type('trop tard');
  await writer.settled();
  await writer.keeper.putAside('sealed');
  const after = open(store, 'second');
  const { refused } = await after.keeper.adopt(adopting);
  assert.is(documentText(after.document, 'history'), '');
  assert.equal(
    refused.map(({ fate }) => fate),
    ['sealed'],
  );
});

test('its writer is shown what they wrote in, and nothing else', () => {
  const document = new Y.Doc();
  sectionText(document, 'diagnosis').insert(0, 'd’un collègue');
  sectionText(document, 'history').insert(0, 'de moi');
  fieldsMap(document).set('stage', 'IV');
  tagsMap(document).set('poumon', true);
  const kept = keptTextOf(document, 'case', new Set(['rt:history', 'tags']), 'withdrawn');
  assert.equal(kept, {
    reason: 'withdrawn',
    sections: [{ section: 'history', text: 'de moi' }],
    fields: [],
    tags: ['poumon'],
  });
  assert.is(keptTextOf(document, 'case', new Set(['rt:summary']), 'withdrawn'), null);
});

test('the roots a transaction changed are found at any depth', () => {
  const document = new Y.Doc();
  const seen: string[][] = [];
  document.on('update', (_update: Uint8Array, _origin: unknown, _document: Y.Doc, transaction: Y.Transaction) =>
    seen.push(touchedRoots(transaction)),
  );
  const paragraph = new Y.XmlText();
  sectionText(document, 'summary').insertEmbed(0, paragraph);
  paragraph.insert(0, 'mot');
  fieldsMap(document).set('stage', 'II');
  assert.equal(seen, [['rt:summary'], ['rt:summary'], ['fields']]);
});

test.run();
