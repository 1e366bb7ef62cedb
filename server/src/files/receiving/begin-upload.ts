import { and, eq, gt, sql } from 'drizzle-orm';
import { files } from '@concertation/schema';
import { maximumFileBytes } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { cleanName } from '../clean-name.ts';
import { type FileNeeds, notifyFiles } from '../file-needs.ts';
import { limits } from '../limits.ts';

export type NewUpload = {
  caseId: string;
  name: string;
  bytes: number;
  /** For the answer to a question: the caller has checked that the presentation is of this case and asks it. */
  answers: { presentationId: string; questionKey: string } | null;
};

/** Refuses a size before anything is sent: `file_empty`, `file_too_large`. Source: SC-74. */
export function refuseSize(bytes: number): void {
  if (bytes === 0) throw new AppError('file_empty');
  if (bytes > maximumFileBytes) throw new AppError('file_too_large');
}

/**
 * Makes the row of a document whose bytes will come. Throws `file_empty`, `file_too_large`, and `too_many` when the account
 * has too many unfinished ones.
 */
export async function beginUpload(
  { database }: Pick<FileNeeds, 'database'>,
  principal: Principal,
  fileId: string,
  { caseId, name, bytes, answers }: NewUpload,
): Promise<void> {
  refuseSize(bytes);
  await database.transaction(async (tx) => {
    // One at a time for an account: the count is of what is really there.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`uploads:${principal.accountId}`}))`);
    const since = new Date(Date.now() - limits.unfinishedHours * 3_600_000);
    const unfinished = await tx.$count(
      files,
      and(eq(files.uploadedBy, principal.accountId), eq(files.state, 'receiving'), gt(files.createdAt, since)),
    );
    if (unfinished >= limits.unfinishedPerAccount) throw new AppError('too_many');
    await tx.insert(files).values({
      id: fileId,
      caseId,
      presentationId: answers?.presentationId ?? null,
      questionKey: answers?.questionKey ?? null,
      name: cleanName(name),
      bytes,
      state: 'receiving',
      pages: 0,
      uploadedBy: principal.accountId,
      createdAt: new Date(),
    });
    await notifyFiles(tx, caseId);
  });
}
