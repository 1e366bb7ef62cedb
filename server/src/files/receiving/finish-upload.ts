import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { and, eq } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { ProofKind } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import { checkFileJob } from '../checking/check-file-job.ts';
import { type FileNeeds, fileScope, notifyFiles } from '../file-needs.ts';

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Moves a wholly received document to the store and has it checked: receiving → checking. May be called again for the
 * same one, and does nothing when bytes are missing. Returns true once the document is received.
 */
export async function finishUpload(
  needs: FileNeeds,
  fileId: string,
  by: Partial<Pick<Principal, 'accountId' | 'sessionId'>> = {},
): Promise<boolean> {
  const { database, audit, jobs, store, uploads } = needs;
  const [row] = await database.db.select().from(files).where(eq(files.id, fileId));
  if (!row || row.state === 'removed') return false;
  if (row.state !== 'receiving') return true;
  if ((await uploads.receivedBytes(fileId)) !== row.bytes) return false;
  const hash = await hashOf(uploads.pathOf(fileId));
  await store.put(fileId, 'content', uploads.pathOf(fileId));
  await database.transaction(async (tx) => {
    const moved = await tx
      .update(files)
      .set({ state: 'checking', hash })
      .where(and(eq(files.id, fileId), eq(files.state, 'receiving')))
      .returning({ id: files.id });
    if (moved.length === 0) return;
    await jobs.enqueue(tx, checkFileJob, { fileId });
    await notifyFiles(tx, row);
    if (row.accountId)
      await needs.followProof(tx, {
        fileId,
        accountId: row.accountId,
        proofKind: row.proofKind as ProofKind,
        state: 'received',
      });
    const scope = await fileScope(needs, tx, row, { accountId: row.uploadedBy, ...by });
    await audit.record(tx, 'file.sent', scope, { fileId, bytes: row.bytes });
  });
  await uploads.discard(fileId);
  return true;
}
