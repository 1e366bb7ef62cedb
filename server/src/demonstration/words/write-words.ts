import * as Y from 'yjs';
import { fieldsMap, tagsMap } from '@concertation/shared/documents';
import type { DocumentName } from '@concertation/shared/domain';
import type { Database } from '../../database/index.ts';
import { type Journal, readState, writeSection } from '../../documents/index.ts';
import { clinicalText } from './clinical-text.ts';

/** What somebody wrote in a document: sections in the plain form of `clinicalText`, fields and tags. */
export type Words = { sections: Record<string, string>; fields: Record<string, string>; tags?: string[] };

/**
 * Writes words into a document in which nobody wrote yet, as one edit of `accountId` in the journal; resolves once
 * durable. A document in which somebody wrote stays as it is. Only before the server listens: nothing is open then.
 */
export async function writeWords(
  { database, journal }: { database: Database; journal: Journal },
  name: DocumentName,
  accountId: string,
  { sections, fields, tags = [] }: Words,
): Promise<void> {
  const { state, position } = await readState(database.db, name);
  if (position > 1) return;
  const document = new Y.Doc();
  try {
    Y.applyUpdate(document, state);
    const before = Y.encodeStateVector(document);
    for (const [section, text] of Object.entries(sections)) writeSection(document, section, clinicalText(text));
    document.transact(() => {
      for (const [field, value] of Object.entries(fields)) fieldsMap(document).set(field, value);
      for (const tag of tags) tagsMap(document).set(tag, true);
    });
    journal.append({ document: name, accountId, connectionId: null, update: Y.encodeStateAsUpdate(document, before) });
    await journal.flushed(name);
    journal.forget(name);
  } finally {
    document.destroy();
  }
}
