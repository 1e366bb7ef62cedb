import type { FileFormat } from '@concertation/shared/domain';
import sharp, { type Metadata } from 'sharp';
import { limits } from '../limits.ts';
import { Refused } from './refused.ts';

/** A photograph is opened once: what the library would keep of it is memory lost. */
sharp.cache(false);

async function readHeader(content: Uint8Array): Promise<Metadata> {
  try {
    // Sizes are judged below, so that what is too large is told from what is broken.
    return await sharp(content, { limitInputPixels: false, failOn: 'error' }).metadata();
  } catch (cause) {
    throw new Refused('unreadable', { cause });
  }
}

/**
 * The pages of an image that can be looked at: one, or those of a TIFF. Throws Refused: `oversize_image` when a side or
 * the whole is over the limits, `unreadable` when it is broken or says another format than its first bytes do.
 */
export async function imagePages(content: Uint8Array, format: FileFormat): Promise<number> {
  const { width, height, pages, format: read } = await readHeader(content);
  if (!width || !height || read !== format) throw new Refused('unreadable');
  if (Math.max(width, height) > limits.imageSide || width * height > limits.imagePixels)
    throw new Refused('oversize_image');
  return format === 'tiff' ? Math.min(pages ?? 1, limits.pages) : 1;
}
