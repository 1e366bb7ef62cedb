import { reportSections } from '@concertation/shared/documents';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { readSection } from '../rich-text/read-section.ts';
import { openSection } from '../rich-text/section-editor.ts';
import { sectionPlainText } from '../rich-text/section-text.ts';
import { seedState } from '../rich-text/seed-state.ts';
import { Authorship } from './authorship.ts';

/** Each author writes with letters of their own: a letter says who typed it, whatever became of it since. */
const alphabets = ['abcdefgh', 'ijklmnop', 'qrstuvwx', '0123456789'];
const section = 'proposal';

function randomOf(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const texts = (): TextNode[] => $getRoot().getAllTextNodes().filter($isTextNode);

/** One thing that somebody does in their editor. */
function act(random: (below: number) => number, alphabet: string): void {
  const pick = <Item>(items: Item[]): Item | undefined => items[random(items.length)];
  const words = Array.from({ length: 1 + random(12) }, () =>
    random(6) === 0 ? ' ' : (alphabet[random(alphabet.length)] as string),
  ).join('');
  const node = pick(texts());
  const length = node?.getTextContentSize() ?? 0;
  const from = random(length + 1);
  const until = from + random(length - from + 1);
  switch (node ? random(7) : 0) {
    case 0:
      $getRoot().append($createParagraphNode().append($createTextNode(words)));
      return;
    case 1:
      node?.spliceText(from, 0, words);
      return;
    case 2:
      node?.spliceText(from, until - from, '');
      return;
    case 3:
      node?.spliceText(from, until - from, words);
      return;
    case 4: {
      // Bold, or no longer, in the middle of a text.
      const parts = from < until && node ? node.splitText(from, until) : [];
      parts[from === 0 ? 0 : 1]?.toggleFormat('bold');
      return;
    }
    case 5: {
      // A press of Enter: what follows goes to a paragraph of its own.
      const parts = node && from > 0 && from < length ? node.splitText(from) : [];
      const moved: LexicalNode[] = parts[1] ? [parts[1], ...parts[1].getNextSiblings()] : [];
      const block = node?.getTopLevelElement();
      if (moved.length > 0) block?.insertAfter($createParagraphNode().append(...moved));
      return;
    }
    default: {
      const block = pick($getRoot().getChildren());
      const before = pick($getRoot().getChildren());
      if (block && before && block !== before && $isElementNode(block)) before.insertBefore(block);
    }
  }
}

type Row = { author: number; update: Uint8Array };

/** One act at a time, seen by all; acts that cross; several acts in one update, which cross too. */
const manners = ['in turn', 'crossing', 'gathered'] as const;
type Manner = (typeof manners)[number];

/** Several people write at once, each in their own copy; what they write reaches the journal in some order. */
function session(seed: number): { journal: Row[]; manner: Manner } {
  const random = randomOf(seed);
  const manner = manners[seed % manners.length] as Manner;
  const journal: Row[] = [{ author: -1, update: seedState('report') }];
  // As the server journals: what an update changed in its document, not what its author sent.
  const server = new Y.Doc();
  Y.applyUpdate(server, seedState('report'));
  server.on('update', (update: Uint8Array, author: unknown) => journal.push({ author: author as number, update }));
  const authors = alphabets.slice(0, 2 + random(3)).map(() => {
    const document = new Y.Doc();
    Y.applyUpdate(document, seedState('report'));
    return document;
  });
  for (let round = 0; round < 12; round += 1) {
    const author = random(authors.length);
    const document = authors[author] as Y.Doc;
    const updates: Uint8Array[] = [];
    const copy = copyOf(document, 10_000 + seed * 100 + round);
    copy.on('update', (update: Uint8Array) => updates.push(update));
    const editor = openSection(copy, section);
    for (let acts = manner === 'gathered' ? 1 + random(3) : 1; acts > 0; acts -= 1)
      editor.change(() => act(random, alphabets[author] as string));
    if (updates.length === 0) continue;
    const update = Y.mergeUpdates(updates);
    Y.applyUpdate(document, update);
    Y.applyUpdate(server, update, author);
    // Some learn of it at once, others later.
    for (const other of authors)
      if (manner === 'in turn' || random(2)) Y.applyUpdate(other, Y.encodeStateAsUpdate(document));
  }
  return { journal, manner };
}

function copyOf(document: Y.Doc, clientId: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = clientId;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  return copy;
}

// PRV-1, PRV-2
test('every character of 500 sessions has its author, whatever was made bold, cut, moved or written at once', () => {
  const letters = { 'in turn': 0, crossing: 0, gathered: 0 };
  const wrong = { 'in turn': 0, crossing: 0, gathered: 0 };
  for (let seed = 1; seed <= 500; seed += 1) {
    const { journal, manner } = session(seed);
    const authorship = new Authorship('report');
    journal.forEach(({ author, update }, index) =>
      authorship.add({ position: index + 1, connectionId: String(author), update }),
    );
    const { text, ids } = authorship.charactersOf(section);
    assert.is(text, sectionPlainText(readSection(authorship.state, section)), `session ${seed}`);
    text.split('').forEach((letter, place) => {
      const id = ids[place];
      const position = id && authorship.positionOf(id);
      if (letter === '\n') return;
      assert.type(position, 'number', `session ${seed}, « ${letter} » at ${place}`);
      if (letter === ' ') return;
      letters[manner] += 1;
      const author = journal[(position as number) - 1]?.author;
      if (author !== alphabets.findIndex((alphabet) => alphabet.includes(letter))) wrong[manner] += 1;
    });
    authorship.end();
  }
  assert.ok(letters['in turn'] > 2_000 && letters.crossing > 2_000 && letters.gathered > 2_000);
  assert.is(wrong['in turn'], 0);
  // Two people who rewrite the same words at the same moment leave them twice, and few traces of whose the second are.
  assert.ok(wrong.crossing * 25 < letters.crossing, `${wrong.crossing} of ${letters.crossing}`);
  assert.ok(wrong.gathered * 20 < letters.gathered, `${wrong.gathered} of ${letters.gathered}`);
});

// PRV-2
test('what is undone is still by who had written it; what crosses an erasure too', () => {
  const rows: Row[] = [];
  const server = new Y.Doc();
  server.on('update', (update: Uint8Array, author: unknown) => rows.push({ author: author as number, update }));
  Y.applyUpdate(server, seedState('report'), -1);
  const apart = (author: number, from: Y.Doc, change: () => void): (() => void) => {
    const copy = copyOf(from, 200 + author + rows.length * 10);
    const updates: Uint8Array[] = [];
    copy.on('update', (update: Uint8Array) => updates.push(update));
    openSection(copy, section).change(change);
    return () => Y.applyUpdate(server, Y.mergeUpdates(updates), author);
  };
  const first = () => texts()[0] as TextNode;
  apart(0, server, () => {
    $getRoot().append($createParagraphNode().append($createTextNode('abcd efgh')));
  })();
  // One makes it bold while another cuts it in two: the second to arrive erases what is erased already.
  const bold = apart(1, server, () => void first().toggleFormat('bold'));
  const cut = apart(2, server, () => void first().splitText(5));
  cut();
  bold();
  // Erased by somebody, then brought back by them.
  apart(3, server, () => first().remove())();
  apart(3, server, () => {
    $getRoot().append($createParagraphNode().append($createTextNode('abcd')));
  })();
  const authorship = new Authorship('report');
  rows.forEach(({ author, update }, index) =>
    authorship.add({ position: index + 1, connectionId: String(author), update }),
  );
  const { text, ids } = authorship.charactersOf(section);
  assert.match(text, 'abcd');
  const authors = new Set(ids.flatMap((id) => (id ? [rows[(authorship.positionOf(id) ?? 0) - 1]?.author] : [])));
  assert.equal(authors, new Set([0]));
});

test('the seed and what separates blocks have no author', () => {
  const authorship = new Authorship('report');
  authorship.add({ position: 1, connectionId: null, update: seedState('report') });
  for (const each of reportSections) assert.equal(authorship.charactersOf(each), { text: '', ids: [] });
});

// PRV-3
test('the value of a field has its author; one that was erased has none', () => {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  document.getMap('fields').set('decision', 'treatment');
  document.getMap('fields').set('decision', 'deferred');
  document.getMap('fields').set('followUp', 'dans un mois');
  document.getMap('fields').delete('followUp');
  const authorship = new Authorship('report');
  updates.forEach((update, index) => authorship.add({ position: index + 1, connectionId: 'one', update }));
  assert.is(authorship.positionOfKey('fields', 'decision'), 2);
  assert.is(authorship.positionOfKey('fields', 'followUp'), undefined);
  assert.is(authorship.positionOfKey('fields', 'guideline'), undefined);
});

test.run();
