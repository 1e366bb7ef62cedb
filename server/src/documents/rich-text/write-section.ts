import { $getRoot, $parseSerializedNode, type SerializedEditorState } from 'lexical';
import * as Y from 'yjs';
import { openSection } from './section-editor.ts';

/**
 * Replaces a section's content, in one Yjs transaction. The document may be live and bound to editors: the change is
 * made on a copy and arrives as an update, as a colleague's would, so no binding or observer of the document is touched.
 * Throws on a node that the product does not know, and then changes nothing.
 */
export function writeSection(document: Y.Doc, section: string, content: SerializedEditorState): void {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
    const opened = openSection(copy, section);
    const updates: Uint8Array[] = [];
    copy.on('update', (update: Uint8Array) => updates.push(update));
    opened.change(() =>
      $getRoot()
        .clear()
        .append(...content.root.children.map($parseSerializedNode)),
    );
    if (updates.length > 0) Y.applyUpdate(document, Y.mergeUpdates(updates));
  } finally {
    copy.destroy();
  }
}
