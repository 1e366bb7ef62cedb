import type { SerializedEditorState } from 'lexical';
import { AppError } from '../../lib/index.ts';
import type { Coverage } from '../render/font-coverage.ts';
import { reportModel } from '../render/report-model.ts';
import type { Draft } from './draft.ts';

/**
 * What must not be signed because paper would not show it as it is: halves of a character, marks that turn the reading
 * order round (a dose could read backwards), control characters. Tabs and line ends are welcome. Rule FRZ-5.
 */
const forbidden = /[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|(?![\t-\r])\p{Cc}|\p{Surrogate}/u;

/** The first forbidden character of a text, as `U+202E`; null when there is none. */
export function forbiddenCharacter(text: string): string | null {
  const [found] = forbidden.exec(text) ?? [];
  return found === undefined
    ? null
    : `U+${(found.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Every string of a piece of JSON: words, addresses of links. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) yield* strings(item);
}

function firstForbidden(value: unknown): string | null {
  for (const text of strings(value)) {
    const found = forbiddenCharacter(text);
    if (found) return found;
  }
  return null;
}

/** Blocks are read here without fonts: what no font draws is printed as its number, and is no reason to refuse. */
const noCoverage: Coverage = { regular: [], bold: [], italic: [], boldItalic: [] };

function refuseUnprintable(section: string, paragraph: number, root: SerializedEditorState['root']): void {
  try {
    reportModel({ root }, noCoverage);
  } catch (cause) {
    throw new AppError('report_text', { section, paragraph, problem: 'unprintable' }, { cause });
  }
}

function refuseSection(section: string, { root }: SerializedEditorState): void {
  root.children.forEach((block, index) => {
    const paragraph = index + 1;
    const character = firstForbidden(block);
    if (character) throw new AppError('report_text', { section, paragraph, character });
    refuseUnprintable(section, paragraph, { ...root, children: [block] });
  });
}

/**
 * Throws `report_text`, naming where, when a report holds what must not be signed or could not be put on paper: once
 * frozen it could be neither corrected nor rendered.
 */
export function refuseForbiddenText({ sections, fields }: Draft): void {
  for (const [section, content] of Object.entries(sections)) refuseSection(section, content);
  for (const [field, value] of Object.entries(fields)) {
    const character = forbiddenCharacter(value);
    if (character) throw new AppError('report_text', { field, character });
  }
}
