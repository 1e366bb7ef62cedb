import { and, inArray, isNotNull } from 'drizzle-orm';
import { documentUpdates } from '@concertation/schema';
import type { DocumentName } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';

/** The accounts that wrote in some documents, in one query. */
export async function readAuthors(executor: Executor, names: DocumentName[]): Promise<string[]> {
  const rows = await executor
    .selectDistinct({ accountId: documentUpdates.accountId })
    .from(documentUpdates)
    .where(and(inArray(documentUpdates.document, names), isNotNull(documentUpdates.accountId)));
  return rows.map(({ accountId }) => accountId as string);
}
