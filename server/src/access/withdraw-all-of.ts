import { and, eq } from 'drizzle-orm';
import { grants } from '@concertation/schema';
import { notify, type Transaction } from '../database/index.ts';

/** Withdraws every role of an account, on whatever it is, and says how many there were. Live channels are re-decided at commit. */
export async function withdrawAllOf(tx: Transaction, accountId: string): Promise<number> {
  const withdrawn = await tx
    .delete(grants)
    .where(and(eq(grants.granteeKind, 'account'), eq(grants.granteeId, accountId)))
    .returning({ kind: grants.subjectKind, id: grants.subjectId });
  for (const subject of new Set(withdrawn.map(({ kind, id }) => `${kind}:${id}`)))
    await notify(tx, 'access_changed', subject);
  return withdrawn.length;
}
