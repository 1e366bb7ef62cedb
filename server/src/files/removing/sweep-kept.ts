import { and, eq, isNotNull, lt, or } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { FileNeeds } from '../file-needs.ts';
import { limits } from '../limits.ts';

/**
 * Removes the bytes of what has been removed, or in quarantine, for 30 days, and of what is infected at once. The rows
 * stay, without a hash.
 */
export async function sweepKept(
  { database, store }: Pick<FileNeeds, 'database' | 'store'>,
  now = Date.now(),
): Promise<void> {
  const before = new Date(now - limits.keptDays * 86_400_000);
  const quarantined = eq(files.state, 'quarantined');
  const over = await database.db
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        isNotNull(files.hash),
        or(
          and(eq(files.state, 'removed'), lt(files.removedAt, before)),
          and(quarantined, lt(files.createdAt, before)),
          and(quarantined, eq(files.refusal, 'infected')),
        ),
      ),
    );
  for (const { id } of over) {
    await store.remove(id);
    await database.db.update(files).set({ hash: null }).where(eq(files.id, id));
  }
}
