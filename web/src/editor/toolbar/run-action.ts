import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND, REMOVE_LIST_COMMAND } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  INSERT_TABLE_COMMAND,
} from '@lexical/table';
import {
  $addUpdateTag,
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  createCommand,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import type { Action, BlockKind, TableChange } from './actions.ts';
import { readToolbarState } from './toolbar-state.ts';

/** Asks the toolbar for the address of a link. */
export const ASK_LINK_COMMAND: LexicalCommand<void> = createCommand('ASK_LINK_COMMAND');

const makers: Partial<Record<BlockKind, () => ElementNode>> = {
  paragraph: $createParagraphNode,
  h3: () => $createHeadingNode('h3'),
  h4: () => $createHeadingNode('h4'),
  quote: $createQuoteNode,
};

const tableChanges: Record<TableChange, () => void> = {
  rowAbove: () => void $insertTableRowAtSelection(false),
  rowBelow: () => void $insertTableRowAtSelection(true),
  columnBefore: () => void $insertTableColumnAtSelection(false),
  columnAfter: () => void $insertTableColumnAtSelection(true),
  deleteRow: $deleteTableRowAtSelection,
  deleteColumn: $deleteTableColumnAtSelection,
  deleteTable: () => {
    const anchor = $getSelection()?.getNodes()[0];
    const table = anchor && $findTableNode(anchor);
    if (!table) return;
    const paragraph = $createParagraphNode();
    table.replace(paragraph);
    paragraph.select();
  },
};

/** A block asked twice becomes a paragraph again. */
function $setBlock(editor: LexicalEditor, asked: BlockKind): void {
  const { block: now } = readToolbarState();
  if (asked === 'bullet' || asked === 'number') {
    const list = asked === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND;
    editor.dispatchCommand(now === asked ? REMOVE_LIST_COMMAND : list, undefined);
    return;
  }
  if (now === 'bullet' || now === 'number') editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
  const make = makers[now === asked ? 'paragraph' : asked];
  const selection = $getSelection();
  if (make && $isRangeSelection(selection)) $setBlocksType(selection, make);
}

function $run(editor: LexicalEditor, action: Exclude<Action, { kind: 'undo' | 'redo' | 'link' }>): void {
  // Undone by itself, whatever was typed just before.
  $addUpdateTag(HISTORY_PUSH_TAG);
  if (action.kind === 'format') editor.dispatchCommand(FORMAT_TEXT_COMMAND, action.format);
  else if (action.kind === 'block') $setBlock(editor, action.block);
  else if (action.kind === 'table') tableChanges[action.change]();
  else
    editor.dispatchCommand(INSERT_TABLE_COMMAND, {
      rows: '3',
      columns: '3',
      includeHeaders: { rows: true, columns: false },
    });
}

/** Does to the text what a button or a shortcut asks. */
export function runAction(editor: LexicalEditor, action: Action): void {
  if (action.kind === 'link') editor.dispatchCommand(ASK_LINK_COMMAND, undefined);
  else if (action.kind === 'undo') editor.dispatchCommand(UNDO_COMMAND, undefined);
  else if (action.kind === 'redo') editor.dispatchCommand(REDO_COMMAND, undefined);
  else editor.update(() => $run(editor, action));
}
