import type { FileFormat } from '@concertation/shared/domain';
import sharp from 'sharp';
import { limits } from '../limits.ts';
import { runPdfThread } from '../pdf/run-pdf-thread.ts';

/**
 * One page of an image, as WebP at most this wide and never larger than it is: turned as the camera says, on white,
 * and without anything else that the file tells (place, device, date). Throws what the library throws on a broken page.
 */
async function drawImagePage(content: Uint8Array, page: number, width: number): Promise<Uint8Array> {
  return sharp(content, { page: page - 1, limitInputPixels: limits.imagePixels, failOn: 'error' })
    .autoOrient()
    .resize({ width, height: limits.drawnHeight, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .webp({ quality: 84 })
    .timeout({ seconds: limits.pdfSeconds })
    .toBuffer();
}

/** Draws one page of a PDF or of an image. Throws when it cannot be drawn. */
export function drawPage(content: Uint8Array, format: FileFormat, page: number, width: number): Promise<Uint8Array> {
  return format === 'pdf' ? runPdfThread({ kind: 'draw', content, page, width }) : drawImagePage(content, page, width);
}
