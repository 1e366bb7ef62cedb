import { and, eq } from 'drizzle-orm';
import { files } from '@concertation/schema';
import { AppError } from '../../lib/index.ts';
import { type FileNeeds, notifyFiles } from '../file-needs.ts';

/** Forgets a document that was not wholly received: nothing of it stays. Throws `wrong_state` once it was. */
export async function abandonUpload(
  { database, uploads }: Pick<FileNeeds, 'database' | 'uploads'>,
  fileId: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    const [row] = await tx
      .delete(files)
      .where(and(eq(files.id, fileId), eq(files.state, 'receiving')))
      .returning();
    if (!row) throw new AppError('wrong_state');
    await notifyFiles(tx, row);
  });
  await uploads.discard(fileId);
}
