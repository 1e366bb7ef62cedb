import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { checkFileJob } from '../checking/check-file-job.ts';
import { type FileNeeds, fileScope, notifyFiles } from '../file-needs.ts';
import type { CaseFile } from '../file-rows.ts';
import { limits } from '../limits.ts';

/**
 * Brings back a removed document as it was: ready, in quarantine, or to be checked. Throws `not_found` when it was not
 * removed, or more than 30 days ago.
 */
export async function restoreFile(needs: FileNeeds, principal: Principal, { caseId, fileId }: CaseFile): Promise<void> {
  const { database, audit, jobs } = needs;
  const since = new Date(Date.now() - limits.keptDays * 86_400_000);
  await database.transaction(async (tx) => {
    const kept = and(
      eq(files.id, fileId),
      eq(files.caseId, caseId),
      eq(files.state, 'removed'),
      gt(files.removedAt, since),
      isNotNull(files.hash),
    );
    const [row] = await tx.select().from(files).where(kept).for('update');
    if (!row) throw new AppError('not_found');
    const state = row.refusal ? 'quarantined' : row.format ? 'ready' : 'checking';
    await tx.update(files).set({ state, removedAt: null, removedBy: null }).where(eq(files.id, fileId));
    if (state === 'checking') await jobs.enqueue(tx, checkFileJob, { fileId });
    await notifyFiles(tx, { caseId });
    await audit.record(tx, 'file.restored', await fileScope(needs, tx, { caseId }, principal), { fileId });
  });
}
