import type { CaseSection } from '@concertation/shared/documents';
import { alignTexts, Authorship, type JournalRow } from '../../documents/index.ts';
import { summaryParts } from '../drafting/sheet-summary.ts';

/** Where a copied character stood in the sheet, and the journal row that had brought it there. */
export type SheetOrigin = { section: CaseSection; row: JournalRow };

/** A piece of what a sheet gives a report; without an origin for a heading that the product adds. */
export type Copied = { text: string; origins: (SheetOrigin | null)[] };

const joined = (parts: Copied[]): Copied =>
  parts.reduce(
    (all, { text, origins }) =>
      all.text === ''
        ? { text, origins }
        : { text: `${all.text}\n${text}`, origins: [...all.origins, null, ...origins] },
    { text: '', origins: [] },
  );

/** What the sheet, as its journal made it then, gives each section of a report, character by character. */
export function sheetCopy(sheet: readonly JournalRow[]): Record<'question' | 'summary', Copied> {
  const authorship = new Authorship('case');
  for (const row of sheet) authorship.add(row);
  const part = (section: CaseSection): Copied => {
    const { text, ids } = authorship.charactersOf(section);
    const rowOf = (id: (typeof ids)[number]): JournalRow | undefined =>
      id ? sheet[(authorship.positionOf(id) ?? 0) - 1] : undefined;
    return {
      text,
      origins: ids.map((id) => {
        const row = rowOf(id);
        return row ? { section, row } : null;
      }),
    };
  };
  const summary = summaryParts
    .map(({ section, heading }) => ({ heading, words: part(section) }))
    .filter(({ words }) => words.text.trim() !== '')
    .flatMap(({ heading, words }) => [{ text: heading, origins: heading.split('').map(() => null) }, words]);
  const question = part('question');
  authorship.end();
  return { question, summary: joined(summary) };
}

/** Finds, for the words that a copy brought into a section of a report, where each stood in the sheet. */
export function originsOf(source: Copied, words: string): (SheetOrigin | null)[] {
  const origins: (SheetOrigin | null)[] = words.split('').map(() => null);
  alignTexts(source.text, words, (from, to) => (origins[to] = source.origins[from] ?? null));
  return origins;
}
