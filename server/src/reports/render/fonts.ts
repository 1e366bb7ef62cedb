import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The four faces that words are set in. */
export const faces = ['regular', 'bold', 'italic', 'boldItalic'] as const;
export type Face = (typeof faces)[number];

const require = createRequire(import.meta.url);
const sourceSans = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'));
const dejaVu = dirname(require.resolve('dejavu-fonts-ttf/package.json'));

/** Of each face: the family of the page, then the one that steps in where it has no glyph. */
export const fontPaths: Record<Face, readonly [string, string]> = {
  regular: [join(sourceSans, '400Regular/SourceSans3_400Regular.ttf'), join(dejaVu, 'ttf/DejaVuSans.ttf')],
  bold: [join(sourceSans, '700Bold/SourceSans3_700Bold.ttf'), join(dejaVu, 'ttf/DejaVuSans-Bold.ttf')],
  italic: [
    join(sourceSans, '400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
    join(dejaVu, 'ttf/DejaVuSans-Oblique.ttf'),
  ],
  boldItalic: [
    join(sourceSans, '700Bold_Italic/SourceSans3_700Bold_Italic.ttf'),
    join(dejaVu, 'ttf/DejaVuSans-BoldOblique.ttf'),
  ],
};

/** The fonts that every report is set in, from the packages that carry them; the host's own fonts are never used. */
export function fontFiles(): Buffer[] {
  return faces.flatMap((face) => fontPaths[face].map((path) => readFileSync(path)));
}
