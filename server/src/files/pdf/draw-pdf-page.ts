import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { limits } from '../limits.ts';
import { openPdf } from './open-pdf.ts';

type BrowserContext = Parameters<PDFPageProxy['render']>[0]['canvasContext'];

/** One page, drawn as WebP at this width in pixels; narrower when the page is so long that its height would be over the limit. */
export async function drawPdfPage(content: Uint8Array, pageNumber: number, width: number): Promise<Uint8Array> {
  const document = await openPdf(content);
  const page = await document.getPage(pageNumber);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, limits.drawnHeight / natural.height);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({
    // Written for a browser's canvas; this one has the same methods.
    canvas: null,
    canvasContext: canvas.getContext('2d') as unknown as BrowserContext,
    viewport,
    background: '#ffffff',
  }).promise;
  return canvas.encode('webp', 84);
}
