import {
  type CaseField,
  caseFields,
  fieldsMap,
  reportFields,
  type ReportField,
  sectionNames,
  sectionRoot,
  tagsMap,
} from '@concertation/shared/documents';
import type { DocumentKind } from '@concertation/shared/domain';
import type * as Y from 'yjs';
import { documentText } from './document-text.ts';
import type { Refusal } from './draft-store.ts';

/** What its writer may copy of a text that did not reach the document. */
export type KeptText = {
  /** Why it was not merged. */
  reason: 'withdrawn' | Refusal;
  sections: { section: string; text: string }[];
  fields: { field: CaseField | ReportField; value: string }[];
  tags: string[];
};

const fieldsOf: Record<DocumentKind, readonly (CaseField | ReportField)[]> = {
  case: caseFields,
  meeting: [],
  report: reportFields,
};

/** The parts of a document that were written in and not merged; null when they hold no word. */
export function keptTextOf(
  document: Y.Doc,
  kind: DocumentKind,
  roots: ReadonlySet<string>,
  reason: KeptText['reason'],
): KeptText | null {
  const sections = sectionNames(kind)
    .filter((section) => roots.has(sectionRoot(section)))
    .map((section) => ({ section, text: documentText(document, section) }))
    .filter(({ text }) => text !== '');
  const values = fieldsMap(document);
  const fields = roots.has('fields')
    ? fieldsOf[kind].flatMap((field) => (values.get(field) ? [{ field, value: values.get(field) as string }] : []))
    : [];
  const tags = roots.has('tags') ? [...tagsMap(document).keys()] : [];
  return sections.length + fields.length + tags.length > 0 ? { reason, sections, fields, tags } : null;
}
