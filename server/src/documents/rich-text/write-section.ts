import { $getRoot, $parseSerializedNode, type SerializedEditorState } from 'lexical';
import type * as Y from 'yjs';
import { changeSection } from './change-section.ts';

/**
 * Replaces a section's content, in one Yjs transaction; the document may be live. Throws on a node that the product does
 * not know, and then changes nothing.
 */
export function writeSection(document: Y.Doc, section: string, content: SerializedEditorState): void {
  changeSection(document, section, () =>
    $getRoot()
      .clear()
      .append(...content.root.children.map($parseSerializedNode)),
  );
}
