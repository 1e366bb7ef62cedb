import { and, asc, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { documentSnapshots, documentUpdates } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import type { Stored } from './read-stored.ts';

/** What `readStored` says of each of these documents, in two queries. One without anything stored is absent. */
export async function readStoredAll(executor: Executor, documents: string[]): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  if (documents.length === 0) return found;
  const newest = executor
    .selectDistinctOn([documentSnapshots.document])
    .from(documentSnapshots)
    .where(inArray(documentSnapshots.document, documents))
    .orderBy(documentSnapshots.document, desc(documentSnapshots.throughPosition))
    .as('newest');
  for (const { document, throughPosition: position, state, hash, updateBytes } of await executor.select().from(newest))
    found.set(document, { snapshot: { position, state, hash, updateBytes }, tail: [] });
  const rows = await executor
    .select({ row: documentUpdates })
    .from(documentUpdates)
    .leftJoin(newest, eq(newest.document, documentUpdates.document))
    .where(
      and(
        inArray(documentUpdates.document, documents),
        or(isNull(newest.throughPosition), gt(documentUpdates.position, newest.throughPosition)),
      ),
    )
    .orderBy(asc(documentUpdates.document), asc(documentUpdates.position));
  for (const { row } of rows) {
    const stored = found.get(row.document) ?? { snapshot: null, tail: [] };
    stored.tail.push(row);
    found.set(row.document, stored);
  }
  return found;
}
