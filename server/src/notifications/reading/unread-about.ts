import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { notifications } from '@concertation/schema';
import type { NotificationAbout, NotificationKind } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';

/** A kind of notification about one thing: whatever else it says. */
export type NoticeAbout = { kind: NotificationKind; about: NotificationAbout };

const unread = ({ kind, about }: NoticeAbout) =>
  and(
    eq(notifications.kind, kind),
    isNull(notifications.readAt),
    sql`${notifications.about} @> ${JSON.stringify(about)}::jsonb`,
  );

/** Of these accounts, those that were told and have not read it yet: telling them again would say nothing new. One query. */
export async function accountsStillTold(
  executor: Executor,
  accountIds: string[],
  notice: NoticeAbout,
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await executor
    .select({ accountId: notifications.accountId })
    .from(notifications)
    .where(and(inArray(notifications.accountId, accountIds), unread(notice)));
  return new Set(rows.map(({ accountId }) => accountId));
}

/** Marks as read what an account was told of something that it has now seen where it is. */
export async function markReadAbout(executor: Executor, accountId: string, notice: NoticeAbout): Promise<void> {
  await executor
    .update(notifications)
    .set({ readAt: new Date() })
    .where(and(eq(notifications.accountId, accountId), unread(notice)));
}
