import { eq } from 'drizzle-orm';
import { cases } from '@concertation/schema';
import type { Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

/**
 * One case, for a command that changes who reaches it: another such command, and a presentation of the case (whose row
 * refers to this one), wait for the transaction's end. Throws `not_found`.
 */
export async function lockCase(tx: Transaction, caseId: string): Promise<{ patientId: string; ownerId: string }> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update');
  if (!row) throw new AppError('not_found');
  return row;
}
