import { and, eq, isNotNull, lte, or } from 'drizzle-orm';
import { documentUpdates } from '@concertation/schema';
import type { DocumentName } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';

/** A document's journal, up to a position; whole for null. */
export type JournalPart = { document: DocumentName; through: number | null };

/** The accounts that wrote in these parts of journals, in one query. */
export async function readAuthors(executor: Executor, parts: readonly JournalPart[]): Promise<string[]> {
  const written = parts.map(({ document, through }) =>
    and(eq(documentUpdates.document, document), through === null ? undefined : lte(documentUpdates.position, through)),
  );
  const rows = await executor
    .selectDistinct({ accountId: documentUpdates.accountId })
    .from(documentUpdates)
    .where(and(or(...written), isNotNull(documentUpdates.accountId)));
  return rows.map(({ accountId }) => accountId as string);
}
