import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { notifications } from '@concertation/schema';
import type { NotificationAbout, NotificationKind, NotificationLine } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';

const shown = 50;

/** The latest 50 notifications of an account, newest first, and how many of all of its own are unread. */
export async function readNotifications(
  executor: Executor,
  accountId: string,
): Promise<{ unread: number; lines: NotificationLine[] }> {
  const mine = eq(notifications.accountId, accountId);
  const [unread] = await executor
    .select({ count: count() })
    .from(notifications)
    .where(and(mine, isNull(notifications.readAt)));
  const rows = await executor
    .select()
    .from(notifications)
    .where(mine)
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(shown);
  return {
    unread: unread?.count ?? 0,
    lines: rows.map(({ id, kind, about, createdAt, readAt }) => ({
      notificationId: id,
      kind: kind as NotificationKind,
      about: about as NotificationAbout,
      createdAt: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    })),
  };
}
