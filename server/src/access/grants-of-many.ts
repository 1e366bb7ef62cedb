import { and, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { grants } from '@concertation/schema';
import type { GrantRole, SubjectKind } from '@concertation/shared/access';
import type { Executor } from '../database/index.ts';

/** An account that holds a role on a subject. */
export type Held = { accountId: string; subjectId: string; role: GrantRole };

const held = { accountId: grants.granteeId, subjectId: grants.subjectId, role: grants.role };

/** The accounts with a grant on each of several subjects of one kind, oldest first, in one query. */
export async function accountsOn(executor: Executor, kind: SubjectKind, subjectIds: string[]): Promise<Held[]> {
  if (subjectIds.length === 0) return [];
  const rows = await executor
    .select(held)
    .from(grants)
    .where(and(eq(grants.subjectKind, kind), inArray(grants.subjectId, subjectIds), eq(grants.granteeKind, 'account')))
    .orderBy(grants.grantedAt, grants.id);
  return rows.map((row) => ({ ...row, role: row.role as GrantRole }));
}

/** The subjects of one kind on which each of several accounts has a grant of its own, oldest first, in one query. */
export async function subjectsOfAccounts(executor: Executor, kind: SubjectKind, accountIds: string[]): Promise<Held[]> {
  if (accountIds.length === 0) return [];
  const rows = await executor
    .select(held)
    .from(grants)
    .where(and(eq(grants.subjectKind, kind), eq(grants.granteeKind, 'account'), inArray(grants.granteeId, accountIds)))
    .orderBy(grants.grantedAt, grants.id);
  return rows.map((row) => ({ ...row, role: row.role as GrantRole }));
}

const mine = alias(grants, 'mine');

/** The other accounts with a grant on a subject of this kind on which `accountId` has one too, in one query. */
export async function accountsBeside(executor: Executor, accountId: string, kind: SubjectKind): Promise<Held[]> {
  const rows = await executor
    .selectDistinct(held)
    .from(grants)
    .innerJoin(
      mine,
      and(
        eq(mine.subjectKind, kind),
        eq(mine.subjectId, grants.subjectId),
        eq(mine.granteeKind, 'account'),
        eq(mine.granteeId, accountId),
      ),
    )
    .where(and(eq(grants.subjectKind, kind), eq(grants.granteeKind, 'account'), ne(grants.granteeId, accountId)));
  return rows.map((row) => ({ ...row, role: row.role as GrantRole }));
}
