import { sectionRoot } from '@concertation/shared/documents';
import type { SerializedEditorState } from 'lexical';
import * as Y from 'yjs';
import { openSection } from './section-editor.ts';

/**
 * The content of one section of an encoded document, as Lexical JSON: the same JSON that the writers' editors hold.
 * Throws when the document has no such section, or holds a node that the product does not know: read with the wrong
 * binding or the wrong name, a document looks empty, and an empty report must never be signed in its place (PDF-1).
 */
export function readSection(state: Uint8Array, section: string): SerializedEditorState {
  const document = new Y.Doc();
  try {
    Y.applyUpdate(document, state);
    if (!document.share.has(sectionRoot(section))) throw new Error(`the document has no section « ${section} »`);
    return openSection(document, section).editor.getEditorState().toJSON();
  } finally {
    document.destroy();
  }
}
