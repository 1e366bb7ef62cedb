/** What the toolbar and the shortcuts do to the text. */
export type TextFormat = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'superscript' | 'subscript';
export type BlockKind = 'paragraph' | 'h3' | 'h4' | 'quote' | 'bullet' | 'number';
export type TableChange =
  'rowAbove' | 'rowBelow' | 'columnBefore' | 'columnAfter' | 'deleteRow' | 'deleteColumn' | 'deleteTable';

export type Action =
  | { kind: 'format'; format: TextFormat }
  | { kind: 'block'; block: BlockKind }
  | { kind: 'table'; change: TableChange }
  | { kind: 'insertTable' }
  | { kind: 'link' }
  | { kind: 'undo' }
  | { kind: 'redo' };
