import { desc, eq } from 'drizzle-orm';
import {
  connectionTests,
  digests,
  mails,
  notificationPreferences,
  notifications,
  textMessages,
} from '@concertation/schema';
import type { Executor, Transaction } from '../database/index.ts';

/** What is kept of what a person was told: when and about what kind of thing. No text, which may bear a link; no id. */
export type PersonalNotices = {
  notifications: { kind: string; at: string; readAt: string | null }[];
  mails: { subject: string; at: string }[];
};

/** Reads it, latest first. Source: GDPR art. 15. */
export async function readPersonalNotices(
  executor: Executor,
  { accountId, email }: { accountId: string; email: string },
): Promise<PersonalNotices> {
  const told = await executor
    .select({ kind: notifications.kind, at: notifications.createdAt, readAt: notifications.readAt })
    .from(notifications)
    .where(eq(notifications.accountId, accountId))
    .orderBy(desc(notifications.createdAt));
  const written = await executor
    .select({ subject: mails.subject, at: mails.createdAt })
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(desc(mails.createdAt));
  return {
    notifications: told.map(({ kind, at, readAt }) => ({
      kind,
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    })),
    mails: written.map(({ subject, at }) => ({ subject, at: at.toISOString() })),
  };
}

/** Erases what a person was told, wanted and tested, mails and text messages that wait included. Source: GDPR art. 17. */
export async function forgetNotices(
  tx: Transaction,
  { accountId, email, phone }: { accountId: string; email: string; phone: string | null },
): Promise<void> {
  await tx.delete(notifications).where(eq(notifications.accountId, accountId));
  await tx.delete(notificationPreferences).where(eq(notificationPreferences.accountId, accountId));
  await tx.delete(digests).where(eq(digests.accountId, accountId));
  await tx.delete(connectionTests).where(eq(connectionTests.accountId, accountId));
  await tx.delete(mails).where(eq(mails.recipient, email));
  if (phone !== null) await tx.delete(textMessages).where(eq(textMessages.recipient, phone));
}
