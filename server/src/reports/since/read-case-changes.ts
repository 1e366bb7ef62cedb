import type { CaseChanges } from '@concertation/shared/contracts';
import { type CaseField, caseFields, type CaseSection, caseSections, fieldsMap } from '@concertation/shared/documents';
import { documentName } from '@concertation/shared/domain';
import * as Y from 'yjs';
import type { Principal } from '../../access/index.ts';
import type { Database } from '../../database/index.ts';
import { type LiveDocuments, readSection, readState, readStateAt, sectionPlainText } from '../../documents/index.ts';
import { lastFrozen } from './last-frozen.ts';
import { sentenceChanges } from './sentence-changes.ts';

type Sheet = { fields: Record<CaseField, string>; sections: Record<CaseSection, string> };

/** A sheet's words, without their form. A client may have put anything under a key: what is not a text is nothing. */
function readSheet(state: Uint8Array): Sheet {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  const map = fieldsMap(document);
  const field = (key: CaseField): string => (typeof map.get(key) === 'string' ? (map.get(key) as string).trim() : '');
  const fields = caseFields.map((key) => [key, field(key)]);
  document.destroy();
  const sections = caseSections.map((section) => [section, sectionPlainText(readSection(state, section))]);
  return { fields: Object.fromEntries(fields), sections: Object.fromEntries(sections) } as Sheet;
}

/**
 * « Depuis la dernière RCP »: what changed on a case's sheet since its last frozen report that the reader may read, by
 * field and by sentence, counting everything that is being typed. Without such a report, `since` is null and nothing is
 * said to have changed. Source: product.md, delta since the previous meeting.
 */
export async function readCaseChanges(
  { database: { db }, live }: { database: Database; live: Pick<LiveDocuments, 'flushed'> },
  principal: Principal,
  caseId: string,
): Promise<CaseChanges> {
  const since = await lastFrozen(db, principal.accountId, caseId);
  if (!since) return { since: null, fields: [], sections: [] };
  const name = documentName('case', caseId);
  await live.flushed(name);
  const before = readSheet(await readStateAt(db, name, since.frozenAt));
  const after = readSheet((await readState(db, name)).state);
  return {
    since: { ...since, frozenAt: since.frozenAt.toISOString() },
    fields: caseFields
      .filter((field) => before.fields[field] !== after.fields[field])
      .map((field) => ({ field, before: before.fields[field], after: after.fields[field] })),
    sections: caseSections
      .map((section) => ({ section, sentences: sentenceChanges(before.sections[section], after.sections[section]) }))
      .filter(({ sentences }) => sentences.length > 0),
  };
}
