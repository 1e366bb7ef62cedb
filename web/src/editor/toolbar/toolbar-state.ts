import { $isLinkNode } from '@lexical/link';
import { $isListNode, ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $findTableNode } from '@lexical/table';
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils';
import { $getSelection, $isRangeSelection, type LexicalNode } from 'lexical';
import type { BlockKind, TextFormat } from './actions.ts';

export const textFormats: readonly TextFormat[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'superscript',
  'subscript',
];

/** Where the selection stands, for the buttons to show it. */
export type ToolbarState = { formats: TextFormat[]; block: BlockKind; inTable: boolean; link: string | null };

export const restingState: ToolbarState = { formats: [], block: 'paragraph', inTable: false, link: null };

function blockOf(node: LexicalNode): BlockKind {
  const list = $getNearestNodeOfType(node, ListNode);
  if ($isListNode(list)) return list.getListType() === 'number' ? 'number' : 'bullet';
  const block = $findMatchingParent(node, (parent) => $isHeadingNode(parent) || $isQuoteNode(parent));
  if ($isHeadingNode(block)) return block.getTag() < 'h4' ? 'h3' : 'h4';
  return $isQuoteNode(block) ? 'quote' : 'paragraph';
}

/** Reads the selection; call it inside a read of the editor. */
export function readToolbarState(): ToolbarState {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    const node = selection?.getNodes()[0];
    return { ...restingState, inTable: node !== undefined && $findTableNode(node) !== null };
  }
  const node = selection.anchor.getNode();
  const link = $findMatchingParent(node, $isLinkNode);
  return {
    formats: textFormats.filter((format) => selection.hasFormat(format)),
    block: blockOf(node),
    inTable: $findTableNode(node) !== null,
    link: $isLinkNode(link) ? link.getURL() : null,
  };
}
