import { and, eq, inArray, isNull } from 'drizzle-orm';
import { notifications } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';

/**
 * Marks notifications of an account as read; null: all of them. Those of others, and those already read, stay as they
 * are. It is a convenience of its reader, so the audit does not record it.
 */
export async function markRead(executor: Executor, accountId: string, notificationIds: string[] | null): Promise<void> {
  if (notificationIds?.length === 0) return;
  await executor
    .update(notifications)
    .set({ readAt: new Date() })
    .where(
      and(
        eq(notifications.accountId, accountId),
        isNull(notifications.readAt),
        notificationIds === null ? undefined : inArray(notifications.id, notificationIds),
      ),
    );
}
