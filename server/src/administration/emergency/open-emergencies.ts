import { and, eq, gt, isNull } from 'drizzle-orm';
import { emergencyAccesses } from '@concertation/schema';
import { type Grant, grantsOn } from '../../access/index.ts';
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

/** Until when an account reads a case by an emergency; null where it does not, or was given a role of its own. */
export async function emergencyEnd(executor: Executor, accountId: string, caseId: string): Promise<Date | null> {
  const [open] = await executor.select().from(emergencyAccesses).where(isOpen(accountId, caseId));
  if (!open) return null;
  const held = (await grantsOn(executor, { kind: 'case', id: caseId })).filter(
    ({ grantee }) => grantee.id === accountId,
  );
  return held.length > 0 && held.every((role) => isTaken(role, accountId)) ? open.endsAt : null;
}
