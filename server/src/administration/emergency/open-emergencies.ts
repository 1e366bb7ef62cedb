import { and, eq, gt, isNull } from 'drizzle-orm';
import { emergencyAccesses } from '@concertation/schema';
import { may } from '@concertation/shared/access';
import { type Grant, grantsOn, rolesOf } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';

/** The role that an emergency gave: one took it oneself. What the owner gives since is theirs to take back. */
export const isTaken = ({ grantee, role, grantedBy }: Grant, accountId: string): boolean =>
  grantee.id === accountId && role === 'reader' && grantedBy === accountId;

/** The emergency of an account on a case whose time is not over. */
export const isOpen = (accountId: string, caseId: string) =>
  and(
    eq(emergencyAccesses.caseId, caseId),
    eq(emergencyAccesses.accountId, accountId),
    isNull(emergencyAccesses.endedAt),
    gt(emergencyAccesses.endsAt, new Date()),
  );

/**
 * Until when an account reads a case by an emergency; null where it does not, or would read it without: given a role of
 * its own since, or a board’s.
 */
export async function emergencyEnd(executor: Executor, accountId: string, caseId: string): Promise<Date | null> {
  const [open] = await executor.select().from(emergencyAccesses).where(isOpen(accountId, caseId));
  if (!open) return null;
  const subject = { kind: 'case', id: caseId } as const;
  const taken = (await grantsOn(executor, subject)).find((held) => isTaken(held, accountId));
  if (!taken) return null;
  return may('case.read', await rolesOf(executor, accountId, subject, taken.id)) ? null : open.endsAt;
}
