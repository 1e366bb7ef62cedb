import { desc } from 'drizzle-orm';
import { directoryImports } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import type { ImportRow } from '../importing/put-in-force.ts';

/** The import in force; null when none was ever made. */
export async function readLastImport(executor: Executor): Promise<ImportRow | null> {
  const [row] = await executor
    .select()
    .from(directoryImports)
    .orderBy(desc(directoryImports.importedAt), desc(directoryImports.id))
    .limit(1);
  return row ?? null;
}
