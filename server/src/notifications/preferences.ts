import { and, eq, inArray } from 'drizzle-orm';
import { notificationPreferences } from '@concertation/schema';
import { type NotificationKind, notificationKinds, type NotificationPreference } from '@concertation/shared/contracts';
import type { Audit } from '../audit/index.ts';
import type { Principal } from '../access/index.ts';
import type { Database, Executor } from '../database/index.ts';

/** Whether a kind goes by e-mail to who decided nothing: every one is awaited, or asks for an act (specs/notifications.md). */
const byEmailUnlessRefused = true;

/** Which kinds an account also wants by e-mail: all of them, in their order. */
export async function readPreferences(executor: Executor, accountId: string): Promise<NotificationPreference[]> {
  const rows = await executor
    .select()
    .from(notificationPreferences)
    .where(eq(notificationPreferences.accountId, accountId));
  const chosen = new Map(rows.map(({ kind, email }) => [kind, email]));
  return notificationKinds.map((kind) => ({ kind, email: chosen.get(kind) ?? byEmailUnlessRefused }));
}

/** Of these accounts, those that want a kind by e-mail; in one query. */
export async function wantByEmail(executor: Executor, accountIds: string[], kind: NotificationKind): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await executor
    .select({ accountId: notificationPreferences.accountId, email: notificationPreferences.email })
    .from(notificationPreferences)
    .where(and(inArray(notificationPreferences.accountId, accountIds), eq(notificationPreferences.kind, kind)));
  const chosen = new Map(rows.map(({ accountId, email }) => [accountId, email]));
  return accountIds.filter((accountId) => chosen.get(accountId) ?? byEmailUnlessRefused);
}

/** Wants a kind by e-mail, or no longer. Saying it twice is saying it once. */
export async function savePreference(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { kind, email }: NotificationPreference,
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx
      .insert(notificationPreferences)
      .values({ accountId: principal.accountId, kind, email })
      .onConflictDoUpdate({
        target: [notificationPreferences.accountId, notificationPreferences.kind],
        set: { email },
      });
    await audit.record(tx, 'notification.preferred', principal, { kind, email });
  });
}
