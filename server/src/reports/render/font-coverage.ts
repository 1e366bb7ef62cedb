import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { type Face, fontPaths } from './fonts.ts';

/** The characters that the fonts of a face can draw: first family, then the one that steps in for it. */
export type Coverage = Record<Face, readonly ReadonlySet<number>[]>;

function charactersOf(path: string): ReadonlySet<number> {
  const font = create(readFileSync(path));
  return new Set(font.characterSet.filter((codePoint) => font.hasGlyphForCodePoint(codePoint)));
}

let known: Coverage | null = null;

/** What those fonts can draw; read once. */
export function fontCoverage(): Coverage {
  known ??= {
    regular: fontPaths.regular.map(charactersOf),
    bold: fontPaths.bold.map(charactersOf),
    italic: fontPaths.italic.map(charactersOf),
    boldItalic: fontPaths.boldItalic.map(charactersOf),
  };
  return known;
}
