import { fieldsMap, sectionNames, sectionText } from '@concertation/shared/documents';
import type { DocumentKind } from '@concertation/shared/domain';
import * as Y from 'yjs';

/** Words are the strings of a section's tree; what stands between them (blocks, line ends, cells) is not. */
function holdsWords(text: Y.XmlText): boolean {
  return (text.toDelta() as { insert: unknown }[]).some(({ insert }) =>
    typeof insert === 'string' ? insert.trim() !== '' : insert instanceof Y.XmlText && holdsWords(insert),
  );
}

/**
 * The sections and fields of a document that hold words: spaces, empty paragraphs and empty tables are nothing. It only
 * reads, so that the document may be live and bound to editors.
 */
export function outlineOf(document: Y.Doc, kind: DocumentKind): Set<string> {
  const sections = sectionNames(kind).filter((section) => holdsWords(sectionText(document, section)));
  const fields = [...fieldsMap(document)].filter(([, value]) => typeof value === 'string' && value.trim() !== '');
  return new Set([...sections, ...fields.map(([field]) => field)]);
}
