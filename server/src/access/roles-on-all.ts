import { sql } from 'drizzle-orm';
import type { Role, SubjectKind } from '@concertation/shared/access';
import type { Executor } from '../database/index.ts';

/** A role of an account on a subject, and the board that lends it; null when the account holds it itself, or as a meeting’s guest. */
export type HeldRole = { role: Role; boardId: string | null };

/**
 * Every subject of a kind on which an account holds one of `among`, with the roles held and what lends them, in one
 * query. For lists that say why something is on them: `rolesOf` says only what is allowed. With `subjectId`, that one
 * alone.
 */
export async function rolesOnAll(
  executor: Executor,
  accountId: string,
  kind: SubjectKind,
  among: readonly Role[],
  subjectId?: string,
): Promise<Map<string, HeldRole[]>> {
  const wanted = JSON.stringify(among);
  const only = subjectId ? sql`and subject = ${subjectId}` : sql``;
  const rows = await executor.execute<{ subject: string; role: Role; board: string | null }>(sql`
    with held as (
      select subject_id as subject, role, null::uuid as board from grants
        where subject_kind = ${kind} and grantee_kind = 'account' and grantee_id = ${accountId}
      union all
      select given.subject_id,
        case when given.role = 'presented_openly' then 'reader' else membership.role end,
        case when given.grantee_kind = 'board' then given.grantee_id end
      from grants membership
        join grants given on given.grantee_kind = membership.subject_kind and given.grantee_id = membership.subject_id
          and given.subject_kind = ${kind}
      where membership.subject_kind in ('board', 'meeting') and membership.grantee_kind = 'account' and membership.grantee_id = ${accountId}
    )
    select distinct subject, role, board from held where role in (select jsonb_array_elements_text(${wanted}::jsonb)) ${only}`);
  const held = new Map<string, HeldRole[]>();
  for (const { subject, role, board } of rows) {
    const roles = held.get(subject) ?? [];
    roles.push({ role, boardId: board });
    held.set(subject, roles);
  }
  return held;
}
