import { and, eq } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { FileRow } from '../file-rows.ts';

/** The document that an upload makes, for the account that began it and for no other. Throws `not_found`. */
export async function readUpload(executor: Executor, principal: Principal, fileId: string): Promise<FileRow> {
  const [row] = await executor
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.uploadedBy, principal.accountId)));
  if (!row || row.state === 'removed') throw new AppError('not_found');
  return row;
}
