import { and, eq, ne } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

export type FileRow = typeof files.$inferSelect;
/** What a document belongs to: a case, or the account whose proof it is. */
export type FileHolder = Partial<Pick<FileRow, 'caseId' | 'accountId'>>;
export type CaseFile = { caseId: string; fileId: string };
export type ProofFile = { accountId: string; fileId: string };
export type FilePlace = CaseFile | ProofFile;

const isAt = (place: FilePlace) =>
  and(
    eq(files.id, place.fileId),
    'caseId' in place ? eq(files.caseId, place.caseId) : eq(files.accountId, place.accountId),
  );

/** A document of a case, or an account's proof, that was not removed. Throws `not_found`. */
export async function findFile(executor: Executor, place: FilePlace): Promise<FileRow> {
  const [row] = await executor
    .select()
    .from(files)
    .where(and(isAt(place), ne(files.state, 'removed')));
  if (!row) throw new AppError('not_found');
  return row;
}

/** A document whose bytes may be shown. Throws `not_found`, and `file_not_ready` before its checks or in quarantine. */
export async function findReadyFile(executor: Executor, place: FilePlace): Promise<FileRow> {
  const row = await findFile(executor, place);
  if (row.state !== 'ready') throw new AppError('file_not_ready');
  return row;
}
