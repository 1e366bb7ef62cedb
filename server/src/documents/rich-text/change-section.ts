import * as Y from 'yjs';
import { openSection } from './section-editor.ts';

/**
 * Changes a section's content, in one Yjs transaction; `change` runs inside a Lexical update. The document may be live
 * and bound to editors: the change is made on a copy and arrives as an update, as a colleague's would, so no binding or
 * observer of the document is touched. Throws what the editor met, and then changes nothing.
 */
export function changeSection(document: Y.Doc, section: string, change: () => void): void {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
    const updates: Uint8Array[] = [];
    copy.on('update', (update: Uint8Array) => updates.push(update));
    openSection(copy, section).change(change);
    if (updates.length > 0) Y.applyUpdate(document, Y.mergeUpdates(updates));
  } finally {
    copy.destroy();
  }
}
