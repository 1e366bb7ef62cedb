import { eq } from 'drizzle-orm';
import { guestLinks } from '@concertation/schema';
import { grantsOn, type Principal, revoke } from '../../access/index.ts';
import { notify } from '../../database/index.ts';
import type { GuestNeeds } from './guest-needs.ts';
import { lockGuestLink } from './lock-guest-link.ts';

/**
 * Withdraws a guest: the link opens nothing more, what it opened ends, and the meeting is nothing to them any more.
 * Withdrawn already, nothing changes. Throws `not_found` for a guest of another meeting. Rule GST-4.
 */
export async function withdrawGuest(
  { database, audit, sessions }: Pick<GuestNeeds, 'database' | 'audit' | 'sessions'>,
  principal: Principal,
  { meetingId, guestId }: { meetingId: string; guestId: string },
): Promise<void> {
  const subject = { kind: 'meeting', id: meetingId } as const;
  await database.transaction(async (tx) => {
    const { accountId, withdrawnAt } = await lockGuestLink(tx, { meetingId, guestId });
    if (withdrawnAt) return;
    await tx.update(guestLinks).set({ withdrawnAt: new Date() }).where(eq(guestLinks.id, guestId));
    const held = (await grantsOn(tx, subject)).filter(({ grantee }) => grantee.id === accountId);
    for (const { id } of held) await revoke(tx, subject, id);
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await sessions.endAllOf(tx, accountId, principal);
    const scope = { ...principal, subject: `meeting:${meetingId}` };
    for (const { role } of held)
      await audit.record(tx, 'grant.withdrawn', scope, { role, granteeKind: 'account', granteeId: accountId });
    await audit.record(tx, 'guest.withdrawn', scope, { guestId });
  });
}
