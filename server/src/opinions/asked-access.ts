import { and, eq } from 'drizzle-orm';
import { opinions } from '@concertation/schema';
import { type Grant, grant, type Grantee, grantsOn, revoke } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { presentationsOfCases } from '../meetings/index.ts';
import type { OpinionFacts } from './read-opinions.ts';

/** Roles on a case that already let a colleague write on its sheet: being asked adds nothing to them. */
const writing: readonly string[] = ['owner', 'referent', 'expert'];

/**
 * Opens a case to who is asked: a colleague as expert, a platform through its members' roles. Null when they had it
 * already, by another question or by a share.
 */
export async function openToAsked(
  tx: Transaction,
  { caseId, grantee, grantedBy }: { caseId: string; grantee: Grantee; grantedBy: string },
): Promise<Grant | null> {
  const subject = { kind: 'case', id: caseId } as const;
  const enough = grantee.kind === 'account' ? writing : ['presented'];
  const held = (await grantsOn(tx, subject)).filter((one) => one.grantee.id === grantee.id);
  if (held.some(({ role }) => enough.includes(role))) return null;
  return grant(tx, { subject, grantee, role: grantee.kind === 'account' ? 'expert' : 'presented', grantedBy });
}

/** Whether something else than this question keeps the case open to who was asked. */
async function isHeldOtherwise(tx: Transaction, opinion: OpinionFacts, given: Grant): Promise<boolean> {
  const { id, caseId, boardId } = opinion;
  const asked = given.grantee.kind === 'account' ? opinions.accountId : opinions.boardId;
  const questions = await tx
    .select({ id: opinions.id, askedAt: opinions.askedAt, withdrawnAt: opinions.withdrawnAt })
    .from(opinions)
    .where(and(eq(opinions.caseId, caseId), eq(asked, given.grantee.id)));
  if (questions.some((other) => other.id !== id && other.withdrawnAt === null)) return true;
  // An access that a question opened bears the question's instant; one that was shared since bears its own.
  if (!questions.some(({ askedAt }) => askedAt.getTime() === given.grantedAt.getTime())) return true;
  return boardId !== null && (await presentationsOfCases(tx, [caseId])).some((one) => one.boardId === boardId);
}

/**
 * Takes back the access that a question opened, unless something else holds it: another question, a share, the list of
 * a meeting. Returns the grant withdrawn, for the audit.
 */
export async function closeToAsked(tx: Transaction, opinion: OpinionFacts): Promise<Grant | null> {
  const subject = { kind: 'case', id: opinion.caseId } as const;
  const askedId = opinion.accountId ?? opinion.boardId;
  const role = opinion.accountId ? 'expert' : 'presented';
  const given = (await grantsOn(tx, subject)).find((one) => one.grantee.id === askedId && one.role === role);
  if (!given || (await isHeldOtherwise(tx, opinion, given))) return null;
  return revoke(tx, subject, given.id);
}
