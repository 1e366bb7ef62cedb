import * as Y from 'yjs';

/** Writes made to keep the text whole; nobody's edit, so nobody's undo. */
export const tidying = Symbol('tidying');

/** What @lexical/yjs writes for a text without any format. */
const plainHead = new Map<string, unknown>([
  ['__type', 'text'],
  ['__format', 0],
  ['__style', ''],
  ['__mode', 0],
  ['__detail', 0],
]);

/** What Lexical compares before it makes one text of two. */
const compared = ['__type', '__format', '__style', '__mode'] as const;

type Head = Pick<ReadonlyMap<string, unknown>, 'get'>;

function sameText(one: Head, other: Head): boolean {
  return one.get('__type') === 'text' && compared.every((key) => one.get(key) === other.get(key));
}

/** One repair of a block, at an index; applied from the last to the first, so that indexes stay right. */
type Repair = { index: number; kind: 'drop' | 'head' };

function repairsOf(block: Y.XmlText): Repair[] {
  const repairs: Repair[] = [];
  let open: Head | null = null;
  let index = 0;
  const delta = block.toDelta() as { insert: unknown }[];
  delta.forEach(({ insert }, place) => {
    if (typeof insert === 'string') {
      if (open === null) {
        repairs.push({ index, kind: 'head' });
        open = plainHead;
      }
      index += insert.length;
      return;
    }
    const type: unknown =
      insert instanceof Y.Map
        ? insert.get('__type')
        : insert instanceof Y.XmlText
          ? insert.getAttribute('__type')
          : 'other';
    const isText = insert instanceof Y.Map && type !== undefined && type !== 'linebreak';
    const isEmpty = isText && typeof delta[place + 1]?.insert !== 'string';
    const joins = isText && open !== null && sameText(open, insert);
    if (type === undefined || isEmpty || joins) repairs.push({ index, kind: 'drop' });
    else open = isText ? insert : null;
    index += 1;
  });
  return repairs;
}

function tidy(block: Y.XmlText, isRoot: boolean): void {
  if (!isRoot) {
    for (const { index, kind } of repairsOf(block).reverse()) {
      if (kind === 'drop') block.delete(index, 1);
      else block.insertEmbed(index, new Y.Map(plainHead));
    }
  }
  for (const { insert } of block.toDelta() as { insert: unknown }[])
    if (insert instanceof Y.XmlText) tidy(insert, false);
}

/**
 * Makes blocks such that @lexical/yjs can show all of their words. In a document a text is a head (a map of its format)
 * and the characters that follow it. When one person deletes a whole text while another types in it, the characters of
 * the second are left without a head, and the binding would delete them: they get one. A head without characters goes, and
 * two texts of one format side by side become one, as Lexical does on the screen: what the binding counts must be what is
 * there. What has lost its type is no longer anything.
 */
export function tidyBlocks(document: Y.Doc, root: Y.XmlText, blocks: Iterable<Y.XmlText>): void {
  document.transact(() => {
    for (const block of blocks) if (!block._item?.deleted) tidy(block, block === root);
  }, tidying);
}
