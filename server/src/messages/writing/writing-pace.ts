import { and, count, eq, gt, sql } from 'drizzle-orm';
import { conversationPeople, conversations, messages } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

const perMinute = 60;

/** One writing at a time for an account, until the transaction ends: many at once are counted one by one. */
export async function holdPace(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`messages:${accountId}`}))`);
}

/** Throws `too_many` when an account wrote more than 60 messages in a minute, the one just written included. */
export async function refuseFlood(tx: Transaction, accountId: string): Promise<void> {
  const since = new Date(Date.now() - 60_000);
  // By way of one's conversations, which are found by an index: messages are not indexed by author.
  const [written] = await tx
    .select({ count: count() })
    .from(conversationPeople)
    .innerJoin(conversations, eq(conversations.id, conversationPeople.conversationId))
    .innerJoin(messages, and(eq(messages.conversationId, conversations.id), gt(messages.sentAt, since)))
    .where(
      and(
        eq(conversationPeople.accountId, accountId),
        gt(conversations.lastMessageAt, since),
        eq(messages.authorId, accountId),
      ),
    );
  if ((written?.count ?? 0) > perMinute) throw new AppError('too_many');
}
