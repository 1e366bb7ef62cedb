import { eq } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { FileNeeds } from '../file-needs.ts';
import { limits } from '../limits.ts';
import { abandonUpload } from './abandon-upload.ts';
import { finishUpload } from './finish-upload.ts';

/**
 * Settles what a crash or a closed browser left: what is wholly received is moved on, what waited too long for the rest is
 * forgotten, and so are bytes that belong to no row.
 */
export async function sweepUploads(needs: FileNeeds, now = Date.now()): Promise<void> {
  const { database, uploads } = needs;
  const tooOld = now - limits.unfinishedHours * 3_600_000;
  const unfinished = await database.db.select().from(files).where(eq(files.state, 'receiving'));
  for (const { id, createdAt } of unfinished)
    if (!(await finishUpload(needs, id)) && createdAt.getTime() < tooOld) await abandonUpload(needs, id);
  const waiting = new Set(unfinished.map(({ id }) => id));
  for (const { fileId, touchedAt } of await uploads.list())
    if (!waiting.has(fileId) && touchedAt < tooOld) await uploads.discard(fileId);
}
