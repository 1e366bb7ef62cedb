import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { inspectUpdate } from './inspect-update.ts';

function documentOf(clientId: number, ...updates: Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  for (const update of updates) Y.applyUpdate(document, update);
  document.clientID = clientId;
  return document;
}

/** The update that one change makes. */
function change(document: Y.Doc, make: (document: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(document);
  make(document);
  return Y.encodeStateAsUpdate(document, before);
}

const insert =
  (text: string, at = 0) =>
  (document: Y.Doc) =>
    document.getText('words').insert(at, text);

test('an update says who writes, and where', () => {
  const server = documentOf(1);
  const update = change(documentOf(5), (document) => {
    document.getMap('fields').set('a', 1);
    insert('b')(document);
  });
  assert.equal(inspectUpdate(server, update), { writers: [5], roots: new Set(['fields', 'words']), complete: true });
  assert.is(server.share.size, 0, 'and the document is not touched');
});

test('what the document already holds has no writer', () => {
  const update = change(documentOf(5), insert('known'));
  assert.equal(inspectUpdate(documentOf(1, update), update).writers, []);
});

// SYNC-11
test('an update that follows a missing one is not complete; with it, it is', () => {
  const author = documentOf(5);
  const first = change(author, insert('first'));
  const second = change(author, insert(' second', 5));
  assert.is(inspectUpdate(documentOf(1), second).complete, false);
  assert.is(inspectUpdate(documentOf(1, first), second).complete, true);
  assert.is(inspectUpdate(documentOf(1), Y.mergeUpdates([first, second])).complete, true);
});

// SYNC-11
test('an answer to a missing colleague, and the deletion of a missing word, are not complete', () => {
  const colleague = change(documentOf(5), insert('colleague'));
  const author = documentOf(6, colleague);
  const answer = change(author, insert('answer', 4));
  const deletion = change(documentOf(7, colleague), (document) => document.getText('words').delete(0, 3));
  for (const update of [answer, deletion]) {
    assert.is(inspectUpdate(documentOf(1), update).complete, false);
    assert.is(inspectUpdate(documentOf(1, colleague), update).complete, true);
  }
});

// SYNC-10: whatever the bytes, an answer or an exception; and what is called complete is applied whole
test('no bytes make an update that is applied in part', () => {
  const seed = change(documentOf(5), insert('a text that is there'));
  const good = change(documentOf(6, seed), (document) => {
    insert('more', 3)(document);
    document.getText('words').delete(0, 2);
    document.getMap('fields').set('stage', { deep: ['value', 1, null] });
  });
  let state = 42;
  const random = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  for (let round = 0; round < 3_000; round += 1) {
    const bytes = good.slice(0, random(4) ? good.length : random(good.length));
    for (let flips = random(4); flips > 0; flips -= 1) bytes[random(bytes.length || 1)] = random(256);
    const document = documentOf(1, seed);
    let complete: boolean;
    try {
      ({ complete } = inspectUpdate(document, bytes));
    } catch {
      continue;
    }
    if (!complete) continue;
    try {
      Y.applyUpdate(document, bytes);
    } catch {
      // Refused while it is applied: what was applied before is in the document, and in its update event.
    }
    assert.is(document.store.pendingStructs, null);
    assert.is(document.store.pendingDs, null);
  }
});

test.run();
