import { boardAdministrators, type Role } from '@concertation/shared/access';
import type { CaseCard } from '@concertation/shared/contracts';
import type { HeldRole } from '../access/index.ts';

export type CaseReason = CaseCard['because'][number];

const administering: readonly Role[] = boardAdministrators;

/** The roles that make a case one of « Mes patients ». Source: SC-27 to SC-30. */
export const rolesOfMine: readonly Role[] = ['owner', 'referent', 'expert', ...administering];

/**
 * Why a case is one of an account's patients: they added it, a colleague named them referent, their opinion is asked
 * (of them, or of a platform that they administer), they administer a board that has it. Whoever only reads it, as a
 * member of a board or by a share, reaches it otherwise. Source: SC-27 to SC-30.
 */
export function whyMine(held: readonly HeldRole[], platformIds: ReadonlySet<string>): CaseReason[] {
  const lent = held.filter(({ role, boardId }) => boardId !== null && administering.includes(role));
  const own = new Set(held.filter(({ boardId }) => boardId === null).map(({ role }) => role));
  const asked = own.has('expert') || lent.some(({ boardId }) => platformIds.has(boardId as string));
  return [
    ...(own.has('owner') ? ['added' as const] : []),
    ...(own.has('referent') ? ['referent' as const] : []),
    ...(asked ? ['opinion' as const] : []),
    ...(lent.length > 0 ? ['board' as const] : []),
  ];
}
