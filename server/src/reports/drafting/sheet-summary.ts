import type { CaseSection } from '@concertation/shared/documents';
import type { SerializedEditorState, SerializedElementNode, SerializedLexicalNode } from 'lexical';
import { emptySection, readSection } from '../../documents/index.ts';

/** The parts of a sheet that make a report's summary, in reading order, with the heading each one gets. */
export const summaryParts: readonly { section: CaseSection; heading: string }[] = [
  { section: 'diagnosis', heading: 'Diagnostic' },
  { section: 'history', heading: 'Anamnèse' },
  { section: 'summary', heading: 'Résumé clinique' },
];

function heading(text: string): SerializedLexicalNode {
  const words = { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' };
  const node = { type: 'heading', version: 1, tag: 'h3', direction: null, format: '', indent: 0, children: [words] };
  return node as SerializedElementNode;
}

/** The summary that a case sheet gives a report: its written parts, each under a small heading. */
export function sheetSummary(sheet: Uint8Array): SerializedEditorState {
  const children = summaryParts.flatMap(({ section, heading: title }) => {
    const content = readSection(sheet, section);
    return emptySection(content) ? [] : [heading(title), ...content.root.children];
  });
  const { root } = readSection(sheet, 'summary');
  return { root: { ...root, children } };
}
