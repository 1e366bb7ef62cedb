import { eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Transaction } from '../database/index.ts';
import type { Notice } from './notices.ts';
import type { Post } from './post.ts';

/** Writes to the address of an account, if the transaction commits. Nobody is told of a guest, who has none. */
export async function tellOwner(tx: Transaction, post: Post, accountId: string, notice: Notice): Promise<void> {
  const [row] = await tx.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId));
  if (row?.email) await post.mail(tx, { recipient: row.email, ...notice });
}
