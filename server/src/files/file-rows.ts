import { and, eq, ne } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

export type FileRow = typeof files.$inferSelect;
export type FilePlace = { caseId: string; fileId: string };

/** A document of a case that was not removed. Throws `not_found`. */
export async function findFile(executor: Executor, { caseId, fileId }: FilePlace): Promise<FileRow> {
  const [row] = await executor
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.caseId, caseId), ne(files.state, 'removed')));
  if (!row) throw new AppError('not_found');
  return row;
}

/** A document whose bytes may be shown. Throws `not_found`, and `file_not_ready` before its checks or in quarantine. */
export async function findReadyFile(executor: Executor, place: FilePlace): Promise<FileRow> {
  const row = await findFile(executor, place);
  if (row.state !== 'ready') throw new AppError('file_not_ready');
  return row;
}
