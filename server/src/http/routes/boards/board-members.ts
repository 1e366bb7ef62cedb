import { boardAdministrators, type BoardRole, boardRoles } from '@concertation/shared/access';
import type { BoardDetail } from '@concertation/shared/contracts';
import { findPeople, readAddresses } from '../../../auth/index.ts';
import { type BoardMember, boardMembers } from '../../../boards/index.ts';
import type { Executor } from '../../../database/index.ts';

/** Each member once, with the most powerful of their roles. */
function strongest(members: BoardMember[]): BoardMember[] {
  const rank = ({ role }: BoardMember) => boardRoles.indexOf(role);
  const byAccount = new Map<string, BoardMember>();
  for (const member of members) {
    const known = byAccount.get(member.accountId);
    if (!known || rank(member) < rank(known)) byAccount.set(member.accountId, member);
  }
  return [...byAccount.values()].toSorted((one, other) => rank(one) - rank(other));
}

/**
 * A board's people, by role then by seniority; their addresses for who administers it (OO-24). Who does not belong to
 * the board sees no guest.
 */
export async function shownMembers(
  executor: Executor,
  boardId: string,
  readerRoles: readonly BoardRole[],
): Promise<BoardDetail['members']> {
  const everybody = strongest(await boardMembers(executor, boardId));
  const members = readerRoles.length > 0 ? everybody : everybody.filter(({ role }) => role !== 'guest');
  const accountIds = members.map(({ accountId }) => accountId);
  const people = await findPeople(executor, accountIds);
  const administers = readerRoles.some((role) => (boardAdministrators as readonly BoardRole[]).includes(role));
  const addresses = administers ? await readAddresses(executor, accountIds) : new Map<string, string>();
  return members.flatMap(({ accountId, role }) => {
    const person = people.get(accountId);
    return person ? [{ person, role, email: addresses.get(accountId) ?? null }] : [];
  });
}
