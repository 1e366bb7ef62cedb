import type { BoardRole } from '@concertation/shared/access';
import { grant, type Grant, grantsOn, type Principal, revoke } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

const boardSubject = (boardId: string) => ({ kind: 'board', id: boardId }) as const;

/** The grants that an account holds on a board, and whether somebody else coordinates it. The board is locked by the caller. */
async function heldBy(
  tx: Transaction,
  boardId: string,
  accountId: string,
): Promise<{ held: Grant[]; otherCoordinator: boolean }> {
  const grants = (await grantsOn(tx, boardSubject(boardId))).filter(({ grantee }) => grantee.kind === 'account');
  return {
    held: grants.filter(({ grantee }) => grantee.id === accountId),
    otherCoordinator: grants.some(({ grantee, role }) => role === 'coordinator' && grantee.id !== accountId),
  };
}

const isLastCoordinator = ({ held, otherCoordinator }: { held: Grant[]; otherCoordinator: boolean }) =>
  !otherCoordinator && held.some(({ role }) => role === 'coordinator');

/**
 * Gives an account one role on a board, in place of any other: exactly what `role` allows, no more. Null takes it out.
 * Throws `last_administrator` when the board would be left without a coordinator. Returns what was held before. The
 * caller has locked the board.
 */
export async function giveRole(
  { tx, audit }: { tx: Transaction; audit: Audit },
  principal: Principal,
  { boardId, accountId, role }: { boardId: string; accountId: string; role: BoardRole | null },
): Promise<BoardRole[]> {
  const before = await heldBy(tx, boardId, accountId);
  if (role !== 'coordinator' && isLastCoordinator(before)) throw new AppError('last_administrator');
  const subject = boardSubject(boardId);
  const scope = { ...principal, subject: `board:${boardId}` };
  const grantee = { kind: 'account', id: accountId } as const;
  const withdrawn = before.held.filter((other) => other.role !== role);
  const isNew = role !== null && withdrawn.length === before.held.length;
  if (role && isNew) await grant(tx, { subject, grantee, role, grantedBy: principal.accountId });
  for (const { id } of withdrawn) await revoke(tx, subject, id);
  const details = { granteeKind: 'account', granteeId: accountId };
  if (role && isNew) await audit.record(tx, 'grant.given', scope, { role, ...details });
  for (const other of withdrawn) await audit.record(tx, 'grant.withdrawn', scope, { role: other.role, ...details });
  return before.held.map((other) => other.role as BoardRole);
}
