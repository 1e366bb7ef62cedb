import type { SerializedEditorState } from 'lexical';

/** A node of rich text, as far as its words go. */
export type WordsNode = { type: string; text?: string; format?: number | string; children?: WordsNode[] };

/** What stands between two neighbours of the same parent. */
const separators: Record<string, string> = {
  root: '\n',
  list: '\n',
  listitem: '\n',
  table: '\n',
  tablerow: '\t',
  tablecell: '\n',
};

/** Blocks inside a list item or cell start a line; words of one paragraph do not. */
const inline = new Set(['text', 'linebreak', 'tab', 'link', 'autolink']);

/** A piece of plain text, and the node that says it; null for what only separates two others. */
export type Piece<Node extends WordsNode> = { text: string; node: Node | null };

/** The words of a node in reading order: a line per paragraph, list item and table row, a tab between cells. */
export function* wordsOf<Node extends WordsNode>(node: Node): Generator<Piece<Node>> {
  if (node.type === 'linebreak') return yield { text: '\n', node };
  if (node.text !== undefined) return yield { text: node.text, node };
  const separator = separators[node.type] ?? '';
  let before: Node | undefined;
  for (const child of (node.children ?? []) as Node[]) {
    const apart = before !== undefined && !(inline.has(before.type) && inline.has(child.type));
    if (apart && separator) yield { text: separator, node: null };
    yield* wordsOf(child);
    before = child;
  }
}

/** A section's words without their form: a line per paragraph, list item and table row, a tab between cells. */
export function sectionPlainText(content: SerializedEditorState): string {
  const root: WordsNode = content.root;
  return [...wordsOf(root)].map(({ text }) => text).join('');
}

/** True when nothing was written: spaces, empty paragraphs and empty tables are nothing. */
export function emptySection(content: SerializedEditorState): boolean {
  return sectionPlainText(content).trim() === '';
}
