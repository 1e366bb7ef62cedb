import type { SerializedEditorState, SerializedLexicalNode } from 'lexical';

type AnyNode = SerializedLexicalNode & { text?: string; children?: AnyNode[] };

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

function plain(node: AnyNode): string {
  if (node.type === 'linebreak') return '\n';
  if (node.text !== undefined) return node.text;
  const separator = separators[node.type] ?? '';
  return (node.children ?? []).reduce((text, child, index, all) => {
    const before = all[index - 1];
    const apart = before !== undefined && !(inline.has(before.type) && inline.has(child.type));
    return text + (apart ? separator : '') + plain(child);
  }, '');
}

/** A section's words without their form: a line per paragraph, list item and table row, a tab between cells. */
export function sectionPlainText(content: SerializedEditorState): string {
  return plain(content.root);
}

/** True when nothing was written: spaces, empty paragraphs and empty tables are nothing. */
export function emptySection(content: SerializedEditorState): boolean {
  return sectionPlainText(content).trim() === '';
}
