import { sql } from 'drizzle-orm';
import type { Role, Subject } from '@concertation/shared/access';
import type { Executor } from '../database/index.ts';

/** An account and something on which it may hold roles. */
export type Holding = { accountId: string; subject: Subject };

/**
 * The roles of many accounts on many subjects, in one query: what `rolesOf` says of each, in the order given. For
 * channels that outlive the request that opened them, and are decided again together.
 */
export async function rolesOfAll(executor: Executor, holdings: readonly Holding[]): Promise<Role[][]> {
  const roles: Role[][] = holdings.map(() => []);
  if (holdings.length === 0) return roles;
  const asked = holdings.map(({ accountId, subject }, index) => ({
    index,
    account: accountId,
    kind: subject.kind,
    subject: subject.id,
  }));
  const rows = await executor.execute<{ index: number; role: Role }>(sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(index int, account uuid, kind text, subject uuid)
    )
    select asked.index, given.role from asked
      join grants given on given.subject_kind = asked.kind and given.subject_id = asked.subject
        and given.grantee_kind = 'account' and given.grantee_id = asked.account
    union
    select asked.index, case when given.role = 'presented_openly' then 'reader' else membership.role end from asked
      join grants given on given.subject_kind = asked.kind and given.subject_id = asked.subject and given.grantee_kind in ('board', 'meeting')
      join grants membership on membership.subject_kind = given.grantee_kind and membership.subject_id = given.grantee_id
        and membership.grantee_kind = 'account' and membership.grantee_id = asked.account`);
  for (const { index, role } of rows) roles[index]?.push(role);
  return roles;
}
