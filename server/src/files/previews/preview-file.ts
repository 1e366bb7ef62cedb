import type { Readable } from 'node:stream';
import type { FileFormat } from '@concertation/shared/domain';
import { AppError } from '../../lib/index.ts';
import type { FileNeeds } from '../file-needs.ts';
import { type FilePlace, findReadyFile } from '../file-rows.ts';
import { limits } from '../limits.ts';
import type { FilePart } from '../store/file-store.ts';
import { readWhole } from '../store/read-whole.ts';
import { DrawingTurns } from './drawing-turns.ts';
import { drawPage } from './draw-page.ts';

const turns = new DrawingTurns(limits.drawings);

/**
 * One page of a ready image or PDF as WebP, drawn the first time and kept beside the document. Throws `not_found` for a
 * page that it does not have, `file_not_ready`.
 */
export async function previewFile(
  { database, store }: Pick<FileNeeds, 'database' | 'store'>,
  { page, width, ...place }: FilePlace & { page: number; width: number },
): Promise<Readable | Uint8Array> {
  const { id, pages, format } = await findReadyFile(database.db, place);
  if (page > pages) throw new AppError('not_found');
  const part: FilePart = `p${page}-${width}`;
  const kept = await store.read(id, part);
  if (kept) return kept;
  return turns.take(`${id}/${part}`, async () => {
    const content = await readWhole(store, id, 'content');
    if (!content) throw new AppError('not_found');
    const drawn = await drawPage(content, format as FileFormat, page, width);
    await store.put(id, part, drawn);
    return drawn;
  });
}
