import { readFileSync } from 'node:fs';
import { utcParts } from './french-date.ts';
import { pageWords, setPages } from './set-pages.ts';

const template = readFileSync(new URL('./plain.typ', import.meta.url), 'utf8');

/** A text in pieces, between which a line may break. */
type Words = string[];
type Section = { title: string } & (
  { kind: 'facts'; lines: { label: string; value: Words }[] } | { kind: 'table'; heads: string[]; rows: Words[][] }
);
export type PlainSection = Section;

/** What `plain.typ` sets on its pages, in French. */
export type PlainPages = {
  created: number;
  createdParts: number[];
  title: string;
  name: Words;
  notice: string;
  sections: Section[];
};

/** A cell is one line: what was written over several is set on it. */
const cell = (text: string): Words => pageWords(text.replaceAll(/\s*[\n\r\t]+\s*/g, ' '));

/** Lines « label: value »; a value that is empty or null is a dash. */
export const factsSection = (title: string, lines: Record<string, string | null>): Section => ({
  title,
  kind: 'facts',
  lines: Object.entries(lines).map(([label, value]) => ({ label, value: cell(value || '–') })),
});

/** A table whose head repeats on each page; without a row, the page says that there is nothing. */
export const tableSection = (title: string, heads: string[], rows: string[][]): Section => ({
  title,
  kind: 'table',
  heads,
  rows: rows.map((cells) => cells.map(cell)),
});

/** Pages of one instant (ISO 8601), which is the date inside the file. */
export function plainPages(
  at: string,
  { title, name, notice, sections }: { title: string; name: string; notice: string; sections: Section[] },
): PlainPages {
  const created = Math.floor(Date.parse(at) / 1000);
  return { created, createdParts: utcParts(at), title, name: pageWords(name), notice, sections };
}

/** Sets plain pages: PDF/A-3a, tagged. Same value in, same bytes out. Rejects with RenderingFailed. */
export const setPlainPages = (pages: PlainPages): Promise<Uint8Array> => setPages(template, pages);
