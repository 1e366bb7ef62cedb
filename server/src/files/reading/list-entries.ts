import { AppError } from '../../lib/index.ts';
import type { FileNeeds } from '../file-needs.ts';
import { type FilePlace, findReadyFile } from '../file-rows.ts';
import { archiveEntries } from '../inspection/archive-entries.ts';
import { limits } from '../limits.ts';
import { readWhole } from '../store/read-whole.ts';

/** What a ready ZIP holds: names and sizes of the first 500 entries, and how many there are. Throws `not_found`, `file_not_ready`. */
export async function listEntries(
  { database, store }: Pick<FileNeeds, 'database' | 'store'>,
  place: FilePlace,
): Promise<{ entries: { name: string; bytes: number }[]; total: number }> {
  const { format } = await findReadyFile(database.db, place);
  const content = format === 'zip' ? await readWhole(store, place.fileId, 'content') : null;
  if (!content) throw new AppError('not_found');
  const entries: { name: string; bytes: number }[] = [];
  let total = 0;
  for await (const { name, bytes } of archiveEntries(content)) {
    total += 1;
    if (total <= limits.listedEntries) entries.push({ name, bytes });
  }
  return { entries, total };
}
