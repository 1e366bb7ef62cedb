import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import type * as Y from 'yjs';
import { changeSection } from './change-section.ts';

/** Adds a paragraph at the end of a section and leaves the rest untouched; the document may be live. */
export function appendParagraph(document: Y.Doc, section: string, text: string): void {
  changeSection(document, section, () => $getRoot().append($createParagraphNode().append($createTextNode(text))));
}
