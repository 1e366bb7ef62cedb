import { eq } from 'drizzle-orm';
import { accounts, passkeyChallenges, providerVisits, recoveries } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { dropWaysIn } from './drop-ways-in.ts';

/**
 * Erases of an account what the law does not keep: address, telephone, number, link to Pro Santé Connect, ways in, known
 * browsers, recoveries, sessions. Title, names and specialty stay, because signed reports and the audit name their
 * authors. Its address may then register anew: that is another account. The audit is the caller's. Source: GDPR art. 17.
 */
export async function eraseAccount(
  tx: Transaction,
  sessions: Sessions,
  { accountId, by }: { accountId: string; by: { accountId: string; sessionId: string } },
): Promise<void> {
  await dropWaysIn(tx, accountId);
  await tx.delete(recoveries).where(eq(recoveries.accountId, accountId));
  await tx.delete(passkeyChallenges).where(eq(passkeyChallenges.accountId, accountId));
  await tx.delete(providerVisits).where(eq(providerVisits.accountId, accountId));
  await tx
    .update(accounts)
    .set({
      email: null,
      phone: null,
      rpps: null,
      subjectNameId: null,
      profession: '',
      workplace: '',
      suspensionReason: null,
      demonstrationKey: null,
      erasedAt: new Date(),
    })
    .where(eq(accounts.id, accountId));
  await sessions.endAllOf(tx, accountId, by);
}
