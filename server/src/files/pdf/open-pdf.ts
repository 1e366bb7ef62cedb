import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { limits } from '../limits.ts';

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string) => `${join(library, name)}/`;

/** Opens a PDF with this installation's own fonts and tables: nothing is ever asked of a network. Throws on what is no PDF. */
export function openPdf(content: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: content,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: limits.imagePixels,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}
