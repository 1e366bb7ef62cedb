import type { SerializedEditorState } from 'lexical';
import {
  fieldsMap,
  type ReportField,
  reportFields,
  type ReportSection,
  reportSections,
} from '@concertation/shared/documents';
import * as Y from 'yjs';
import { readSection } from '../../documents/index.ts';
import { AppError } from '../../lib/index.ts';

/** A report's words, read from its stored bytes. */
export type Draft = { sections: Record<ReportSection, SerializedEditorState>; fields: Record<ReportField, string> };

function readFields(state: Uint8Array): Record<ReportField, string> {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  const map = fieldsMap(document);
  // A client may have put anything under a key: what is not a text is nothing.
  const entries = reportFields.map((field): [ReportField, string] => [
    field,
    typeof map.get(field) === 'string' ? (map.get(field) as string) : '',
  ]);
  document.destroy();
  return Object.fromEntries(entries) as Record<ReportField, string>;
}

function readWords(state: Uint8Array, section: ReportSection): SerializedEditorState {
  try {
    return readSection(state, section);
  } catch (cause) {
    throw new AppError('report_text', { section, problem: 'unprintable' }, { cause });
  }
}

/** Reads a report's stored bytes. Throws `report_text`, naming the section, when one holds what the product does not know. */
export function readDraft(state: Uint8Array): Draft {
  const sections = reportSections.map((section): [ReportSection, SerializedEditorState] => [
    section,
    readWords(state, section),
  ]);
  return { sections: Object.fromEntries(sections) as Draft['sections'], fields: readFields(state) };
}
