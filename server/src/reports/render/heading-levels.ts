import type { Block, Inline } from './model.ts';

/** Below the deepest level of a page, headings stay at it: the document's title and its sections take two of the six. */
const deepest = 4;

const hasWords = (nodes: readonly Inline[]): boolean =>
  nodes.some((node) =>
    node.kind === 'text'
      ? node.pieces.some((piece) => piece.trim() !== '')
      : node.kind === 'link' && (node.shown !== null || hasWords(node.children)),
  );

/**
 * The same blocks, whose headings go down one level at a time, as a screen reader walks them: the first is of the first
 * level, whatever size it was written in, and a heading is below the last larger one. A heading without a word is the
 * white space that it is on the page. Source: ISO 14289-1, 7.4.2.
 */
export function consecutiveHeadings(blocks: Block[]): Block[] {
  const above: number[] = [];
  const read = (block: Block): Block => {
    if (block.kind === 'heading') {
      if (!hasWords(block.children)) return { kind: 'paragraph', align: 'left', indent: 0, children: block.children };
      while ((above.at(-1) ?? 0) >= block.level) above.pop();
      above.push(block.level);
      return { ...block, level: Math.min(above.length, deepest) };
    }
    if (block.kind === 'list')
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: item.blocks.map(read) })) };
    if (block.kind === 'table')
      return { ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(read) })) };
    return block;
  };
  return blocks.map(read);
}
