import { eq, or } from 'drizzle-orm';
import { invitations } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';

/** Erases the invitations sent to somebody's address, or that they accepted: what came of them is a grant, and the audit. */
export async function forgetInvitations(
  tx: Transaction,
  { accountId, email }: { accountId: string; email: string },
): Promise<void> {
  await tx.delete(invitations).where(or(eq(invitations.acceptedBy, accountId), eq(invitations.email, email)));
}
