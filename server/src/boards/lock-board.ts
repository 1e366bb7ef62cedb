import { eq } from 'drizzle-orm';
import { boards } from '@concertation/schema';
import type { Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

/** What commands on a board decide from: whoever else changes it waits for the transaction's end. Throws `not_found`. */
export async function lockBoard(
  tx: Transaction,
  boardId: string,
): Promise<{ name: string; admitsGuests: boolean; revision: number }> {
  const { name, admitsGuests, revision } = boards;
  const [row] = await tx
    .select({ name, admitsGuests, revision })
    .from(boards)
    .where(eq(boards.id, boardId))
    .for('update');
  if (!row) throw new AppError('not_found');
  return row;
}
