import { richTextNodes, sectionText } from '@concertation/shared/documents';
import { createHeadlessEditor } from '@lexical/headless';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import { $createTableNodeWithDimensions } from '@lexical/table';
import type { Provider } from '@lexical/yjs';
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  REDO_COMMAND,
  type TextNode,
  UNDO_COMMAND,
} from 'lexical';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { bindSection } from './collaborative-section.ts';
import { holdReadingCopy } from './reading-copy.ts';

const section = 'summary';

const nobody: Provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    on: () => undefined,
    off: () => undefined,
    setLocalState: () => undefined,
    setLocalStateField: () => undefined,
  },
  connect: () => undefined,
  disconnect: () => undefined,
  on: () => undefined,
  off: () => undefined,
};

/** mulberry32: the same numbers for the same seed, everywhere. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

function newEditor(): LexicalEditor {
  return createHeadlessEditor({
    namespace: section,
    nodes: richTextNodes,
    onError: (error) => {
      throw error;
    },
  });
}

function openDocument(state: Uint8Array, clientId: number) {
  const document = new Y.Doc();
  document.clientID = clientId;
  Y.applyUpdate(document, state);
  const editor = newEditor();
  const bound = bindSection({ editor, document, section, provider: nobody });
  return { document, editor, ...bound };
}

type Person = ReturnType<typeof openDocument> & { inbox: Uint8Array[] };

const remote = Symbol('remote');

function seed(): Uint8Array {
  const { document, editor } = openDocument(Y.encodeStateAsUpdate(new Y.Doc()), 1);
  editor.update(() => void $getRoot().append($createParagraphNode()), { discrete: true });
  return Y.encodeStateAsUpdate(document);
}

function twoPeople(): [Person, Person] {
  const state = seed();
  const people = [10, 11].map((clientId) => ({ ...openDocument(state, clientId), inbox: [] as Uint8Array[] })) as [
    Person,
    Person,
  ];
  const [one, other] = people;
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    from.document.on('update', (update: Uint8Array, origin: unknown) => origin !== remote && to.inbox.push(update));
  return people;
}

/** Lets the editor finish what a document's event started. */
function settle(editor: LexicalEditor): void {
  editor.update(() => undefined, { discrete: true });
}

function receive(person: Person, count = Number.POSITIVE_INFINITY): void {
  for (const update of person.inbox.splice(0, count)) {
    Y.applyUpdate(person.document, update, remote);
    settle(person.editor);
  }
}

function exchange(people: Person[]): void {
  for (let round = 0; round < 10 && people.some((person) => person.inbox.length > 0); round += 1)
    people.forEach((person) => receive(person));
  assert.ok(
    people.every((person) => person.inbox.length === 0),
    'the exchange comes to rest',
  );
}

const shown = (editor: LexicalEditor) => JSON.stringify(editor.getEditorState().toJSON());
const words = (editor: LexicalEditor) => editor.read(() => $getRoot().getTextContent());

function $anyText(roll: (sides: number) => number): TextNode {
  const texts = $getRoot().getAllTextNodes();
  const found = texts[roll(Math.max(1, texts.length))];
  if (found) return found;
  const fresh = $createTextNode('');
  const paragraph = $getRoot().getChildren().find($isParagraphNode) ?? $createParagraphNode();
  if (!paragraph.isAttached()) $getRoot().append(paragraph);
  paragraph.append(fresh);
  return fresh;
}

function $select(text: TextNode, from: number, to: number) {
  const selection = $createRangeSelection();
  selection.anchor.set(text.getKey(), from, 'text');
  selection.focus.set(text.getKey(), to, 'text');
  $setSelection(selection);
  return selection;
}

/** One thing that a person does, as the keyboard and the toolbar do it. */
function act(person: Person, roll: (sides: number) => number, letter: string): void {
  const choice = roll(14);
  if (choice === 10) person.editor.dispatchCommand(UNDO_COMMAND, undefined);
  else if (choice === 11) person.editor.dispatchCommand(REDO_COMMAND, undefined);
  else
    person.editor.update(
      () => {
        const text = $anyText(roll);
        const size = text.getTextContentSize();
        const from = roll(size + 1);
        if (choice < 5) text.spliceText(from, 0, letter.repeat(1 + roll(3)));
        else if (choice === 5) $select(text, from, Math.min(size, from + 1 + roll(4))).removeText();
        else if (choice === 6) $select(text, from, from).insertParagraph();
        else if (choice === 7) $select(text, from, size).formatText(roll(2) ? 'bold' : 'italic');
        else if (choice === 12) $select(text, from, from).insertLineBreak();
        else if (choice === 13)
          text.getTopLevelElementOrThrow().insertAfter($createTableNodeWithDimensions(1 + roll(2), 1 + roll(2), false));
        else if (choice === 8)
          text.getTopLevelElementOrThrow().insertAfter($createHeadingNode('h2').append($createTextNode(letter)));
        else
          text
            .getTopLevelElementOrThrow()
            .insertBefore($createListNode('bullet').append($createListItemNode().append($createTextNode(letter))));
      },
      { discrete: true },
    );
  settle(person.editor);
  if (roll(8) === 0) person.undo.stopCapturing();
}

/** The screen shows the document: what the freeze would sign is what is read. */
function assertShown({ document, editor }: Person): void {
  assert.is(
    shown(editor),
    shown(openDocument(Y.encodeStateAsUpdate(document), 13).editor),
    'the screen differs from the document',
  );
}

/** One seeded run; returns why it failed, or null. */
function run(runSeed: number, steps: number): string | null {
  const roll = dice(runSeed);
  const people = twoPeople();
  try {
    for (let step = 0; step < steps; step += 1) {
      const [index, letter] = roll(2) ? ([0, 'a'] as const) : ([1, 'b'] as const);
      act(people[index], roll, letter);
      if (roll(3) === 0) receive(people[roll(2) as 0 | 1], 1 + roll(3));
      if (roll(10) === 0) people.forEach(assertShown);
    }
    exchange(people);
  } catch (error) {
    return `seed ${runSeed}: ${String(error)}`;
  }
  const [one, other] = people;
  if (shown(one.editor) !== shown(other.editor))
    return `seed ${runSeed}: two screens differ\n${words(one.editor)}\n---\n${words(other.editor)}`;
  const late = openDocument(Y.encodeStateAsUpdate(one.document), 12);
  if (shown(late.editor) !== shown(one.editor))
    return `seed ${runSeed}: who opens it later reads otherwise\n${words(one.editor)}\n---\n${words(late.editor)}`;
  return null;
}

// SYNC-25
test('two editors that write, erase, format, undo and redo at once come to the same text, in the document as on the screens', () => {
  const runs = Number(process.env.CONVERGENCE_RUNS ?? 60);
  const first = Number(process.env.CONVERGENCE_SEED ?? 1);
  const failures = Array.from({ length: runs }, (_, index) => run(first + index, 40)).filter(
    (failure) => failure !== null,
  );
  assert.equal(failures, []);
});

function type(person: Person, text: string): void {
  person.editor.update(
    () => {
      const last = $getRoot().getLastDescendant() ?? $getRoot();
      if ($isTextNode(last)) last.select().insertText(text);
      else if ($isElementNode(last)) last.select().insertText(text);
    },
    { discrete: true },
  );
}

// SYNC-25
test('undo takes back one’s own text and leaves the colleague’s, whoever typed the first character', () => {
  for (const first of [0, 1] as const) {
    const people = twoPeople();
    const mine = people[first];
    const theirs = people[first === 0 ? 1 : 0];
    type(mine, 'mien');
    exchange(people);
    type(theirs, ' du collègue');
    exchange(people);
    mine.editor.dispatchCommand(UNDO_COMMAND, undefined);
    settle(mine.editor);
    exchange(people);
    assert.is(words(mine.editor), ' du collègue');
    assert.is(words(theirs.editor), ' du collègue');
    mine.editor.dispatchCommand(REDO_COMMAND, undefined);
    settle(mine.editor);
    exchange(people);
    assert.match(words(theirs.editor), 'mien');
    assert.match(words(theirs.editor), ' du collègue');
  }
});

test('what one types in a text that a colleague deletes at the same time is kept, with or without the rest', () => {
  const people = twoPeople();
  const [mine, theirs] = people;
  type(mine, 'phrase');
  exchange(people);
  theirs.editor.update(() => $getRoot().getAllTextNodes()[0]?.remove(), { discrete: true });
  type(mine, ' complétée');
  exchange(people);
  assert.is(words(mine.editor), ' complétée');
  assert.is(words(theirs.editor), ' complétée');
  assertShown(mine);
});

test('a reader’s editor shows the document and never writes in it', () => {
  const [writer] = twoPeople();
  type(writer, 'lu');
  const { copy, release } = holdReadingCopy(writer.document);
  const again = holdReadingCopy(writer.document);
  assert.is(again.copy, copy, 'one copy for all the sections');
  const editor = newEditor();
  const bound = bindSection({ editor, document: copy, section, provider: nobody });
  let written = 0;
  writer.document.on('update', (_update: Uint8Array, origin: unknown) => (written += origin === remote ? 0 : 1));
  const other = openDocument(Y.encodeStateAsUpdate(writer.document), 14);
  other.document.on('update', (update: Uint8Array) => Y.applyUpdate(writer.document, update, remote));
  type({ ...other, inbox: [] }, ' et relu');
  settle(editor);
  assert.is(words(editor), 'lu et relu');
  editor.update(() => void $getRoot().clear(), { discrete: true });
  assert.is(written, 0);
  assert.is(words(openDocument(Y.encodeStateAsUpdate(writer.document), 15).editor), 'lu et relu');
  bound.dispose();
  release();
  again.release();
});

test('undo after a colleague split the paragraph keeps what they wrote', () => {
  const people = twoPeople();
  const [mine, theirs] = people;
  type(mine, 'début');
  exchange(people);
  theirs.editor.update(
    () => {
      $getRoot().selectEnd().insertParagraph();
      $getRoot().selectEnd().insertText('suite');
    },
    { discrete: true },
  );
  exchange(people);
  mine.editor.dispatchCommand(UNDO_COMMAND, undefined);
  settle(mine.editor);
  exchange(people);
  assert.match(words(theirs.editor), 'suite');
  assert.not.match(words(theirs.editor), 'début');
});

// The stock plugin shows an empty editor over a document that already has its text.
test('an editor opened over a synced document shows its text, and mounting it again neither doubles nor empties it', () => {
  const [person] = twoPeople();
  type(person, 'une fois');
  const { document } = person;
  person.dispose();
  for (let mount = 0; mount < 3; mount += 1) {
    const editor = newEditor();
    const again = bindSection({ editor, document, section, provider: nobody });
    assert.is(words(editor), 'une fois');
    again.dispose();
    assert.is(words(editor), '');
  }
  assert.is(words(openDocument(Y.encodeStateAsUpdate(document), 12).editor), 'une fois');
  assert.ok(sectionText(document, section).length > 0);
});

test.run();
