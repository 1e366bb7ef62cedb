import { and, eq, isNull } from 'drizzle-orm';
import { cases } from '@concertation/schema';
import { notify, type Transaction } from '../database/index.ts';

/** « Créer mon patient »: the case is no longer in preparation. The first registration's instant stays. Source: SC-76. */
export async function markRegistered(tx: Transaction, caseId: string): Promise<void> {
  const [row] = await tx
    .update(cases)
    .set({ registeredAt: new Date() })
    .where(and(eq(cases.id, caseId), isNull(cases.registeredAt)))
    .returning({ id: cases.id });
  if (row) await notify(tx, 'facts_changed', `case:${caseId}`);
}
