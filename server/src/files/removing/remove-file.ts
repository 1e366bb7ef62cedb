import { and, eq, ne } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { type FileNeeds, fileScope, notifyFiles } from '../file-needs.ts';
import type { CaseFile } from '../file-rows.ts';

/**
 * Takes a document off its case: nobody sees it any more, and it can be brought back for 30 days. One that was still being
 * received is forgotten at once. Throws `not_found`, and `forbidden` but for who sent it and who owns the case.
 */
export async function removeFile(
  needs: FileNeeds,
  principal: Principal,
  { caseId, fileId, owns }: CaseFile & { owns: boolean },
): Promise<void> {
  const { database, audit, uploads } = needs;
  const removed = await database.transaction(async (tx) => {
    const here = and(eq(files.id, fileId), eq(files.caseId, caseId), ne(files.state, 'removed'));
    const [row] = await tx.select().from(files).where(here).for('update');
    if (!row) throw new AppError('not_found');
    if (!owns && row.uploadedBy !== principal.accountId) throw new AppError('forbidden');
    await notifyFiles(tx, { caseId });
    if (row.state === 'receiving') {
      await tx.delete(files).where(eq(files.id, fileId));
      return row;
    }
    await tx
      .update(files)
      .set({ state: 'removed', removedAt: new Date(), removedBy: principal.accountId })
      .where(eq(files.id, fileId));
    await audit.record(tx, 'file.removed', await fileScope(needs, tx, { caseId }, principal), { fileId });
    return row;
  });
  if (removed.state === 'receiving') await uploads.discard(fileId);
}
