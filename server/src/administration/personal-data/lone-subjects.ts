import type { GrantRole, SubjectKind } from '@concertation/shared/access';
import { accountsOn, subjectsOfAccounts } from '../../access/index.ts';
import { lockBoard } from '../../boards/index.ts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockOrganisation } from '../../organisations/index.ts';
import { refuseLastAdministrator } from '../accounts/platform-administrators.ts';

/** Who may answer for a case in its owner's place: they write it and share it. */
export const answering: readonly GrantRole[] = ['owner', 'referent'];

/** For each account, how many cases it owns that have no other owner or referent. Two queries. */
export async function loneCases(executor: Executor, accountIds: string[]): Promise<Map<string, number>> {
  const owned = (await subjectsOfAccounts(executor, 'case', accountIds)).filter(({ role }) => role === 'owner');
  const held = await accountsOn(executor, 'case', [...new Set(owned.map(({ subjectId }) => subjectId))]);
  const bySubject = Map.groupBy(held, ({ subjectId }) => subjectId);
  const lone = owned.filter(
    ({ accountId, subjectId }) =>
      !bySubject.get(subjectId)?.some((other) => other.accountId !== accountId && answering.includes(other.role)),
  );
  return new Map(
    Object.entries(Object.groupBy(lone, ({ accountId }) => accountId)).map(([id, of]) => [id, of?.length ?? 0]),
  );
}

/** How many of the subjects that an account leads nobody else leads; they are held until the transaction ends. */
async function loneLeads(
  tx: Transaction,
  accountId: string,
  { kind, role, lock }: { kind: SubjectKind; role: GrantRole; lock: (tx: Transaction, id: string) => Promise<unknown> },
): Promise<number> {
  const led = (await subjectsOfAccounts(tx, kind, [accountId]))
    .filter((held) => held.role === role)
    .map(({ subjectId }) => subjectId)
    .toSorted();
  for (const id of led) await lock(tx, id);
  const held = await accountsOn(tx, kind, led);
  return led.filter(
    (id) => !held.some((other) => other.subjectId === id && other.role === role && other.accountId !== accountId),
  ).length;
}

/**
 * Refuses that an account goes while something would be left to nobody. Throws `wrong_state` with `cases`, how many have
 * no other owner or referent, and `last_administrator` for the only one of the installation, of an organisation or of an
 * RCP, with how many of these.
 */
export async function refuseLoneSubjects(tx: Transaction, accountId: string): Promise<void> {
  // First, because it holds what erasures have in common: two at once would each count on the other.
  await refuseLastAdministrator(tx, accountId);
  const cases = (await loneCases(tx, [accountId])).get(accountId) ?? 0;
  if (cases > 0) throw new AppError('wrong_state', { cases });
  const boards = await loneLeads(tx, accountId, { kind: 'board', role: 'coordinator', lock: lockBoard });
  const organisations = await loneLeads(tx, accountId, {
    kind: 'organisation',
    role: 'administrator',
    lock: lockOrganisation,
  });
  if (boards + organisations > 0) throw new AppError('last_administrator', { boards, organisations });
}
