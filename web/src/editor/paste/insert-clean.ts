import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import { $getSelection, $isRangeSelection, type BaseSelection, type LexicalEditor } from 'lexical';
import { cleanText } from './clean-text.ts';

/** Puts a cleaned body where the selection is; call it inside an update. */
export function $insertCleanDocument(editor: LexicalEditor, document: Document, selection: BaseSelection): void {
  $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, document), selection);
}

/** Puts plain text where the selection is: a line is a paragraph. Call it inside an update. */
export function $insertCleanText(text: string): void {
  cleanText(text)
    .split('\n')
    .forEach((line, index) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      if (index > 0) selection.insertParagraph();
      const after = $getSelection();
      if (line !== '' && $isRangeSelection(after)) after.insertRawText(line);
    });
}
