import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { grants } from '@concertation/schema';
import type { Action, GrantRole, Role, Subject, SubjectKind } from '@concertation/shared/access';
import { rules } from '@concertation/shared/access';
import { notify, type Executor, type Transaction } from '../database/index.ts';
import { newId } from '../lib/index.ts';

/** A meeting holds what its guests may reach, whichever board it is of. */
export type Grantee = { kind: 'account' | 'board' | 'meeting'; id: string };
/** `grantedAt`: the last time it was given, and `grantedBy` whom; null: by the product itself. */
export type Grant = {
  id: string;
  subject: Subject;
  grantee: Grantee;
  role: GrantRole;
  grantedBy: string | null;
  grantedAt: Date;
};

type Row = typeof grants.$inferSelect;
const toGrant = (row: Row): Grant => ({
  id: row.id,
  subject: { kind: row.subjectKind as SubjectKind, id: row.subjectId },
  grantee: { kind: row.granteeKind as Grantee['kind'], id: row.granteeId },
  role: row.role as GrantRole,
  grantedBy: row.grantedBy,
  grantedAt: row.grantedAt,
});

const membership = alias(grants, 'membership');
/** What lends its members a role on something else. */
const lenders: Grantee['kind'][] = ['board', 'meeting'];

/**
 * Rows of (subject, role) that an account holds, directly, or through a board or a meeting on which it has a role: its
 * board role where the board holds `presented`, `reader` where the board or the meeting holds `presented_openly`. `without`
 * leaves one grant out, of those held directly.
 */
function rolesQuery(executor: Executor, accountId: string, kind: SubjectKind, without?: string) {
  const others = without === undefined ? undefined : ne(grants.id, without);
  const own = and(eq(grants.subjectKind, kind), eq(grants.granteeKind, 'account'), eq(grants.granteeId, accountId));
  const direct = executor
    .select({ subjectId: grants.subjectId, role: grants.role })
    .from(grants)
    .where(and(own, others));
  const lent = executor
    .select({
      subjectId: grants.subjectId,
      role: sql<string>`case when ${grants.role} = 'presented_openly' then 'reader' else ${membership.role} end`,
    })
    .from(grants)
    .innerJoin(
      membership,
      and(
        eq(membership.subjectKind, grants.granteeKind),
        eq(membership.subjectId, grants.granteeId),
        eq(membership.granteeKind, 'account'),
        eq(membership.granteeId, accountId),
      ),
    )
    .where(and(eq(grants.subjectKind, kind), inArray(grants.granteeKind, lenders)));
  return direct.union(lent);
}

/**
 * The roles of an account on one subject; with the id of a grant it holds in `without`, those left if that one went.
 * Empty: the subject does not exist for this account.
 */
export async function rolesOf(
  executor: Executor,
  accountId: string,
  subject: Subject,
  without?: string,
): Promise<Role[]> {
  const all = rolesQuery(executor, accountId, subject.kind, without).as('roles');
  const rows = await executor.select({ role: all.role }).from(all).where(eq(all.subjectId, subject.id));
  return rows.map((row) => row.role as Role);
}

/** The ids of every subject of a kind on which the account may do the action. */
export async function subjectsAllowing(
  executor: Executor,
  accountId: string,
  kind: SubjectKind,
  action: Action,
): Promise<string[]> {
  const all = rolesQuery(executor, accountId, kind).as('roles');
  const rows = await executor
    .selectDistinct({ id: all.subjectId })
    .from(all)
    .where(inArray(all.role, [...rules[action]]));
  return rows.map((row) => row.id);
}

/** The grants on a subject, oldest first. */
export async function grantsOn(executor: Executor, subject: Subject): Promise<Grant[]> {
  const rows = await executor
    .select()
    .from(grants)
    .where(and(eq(grants.subjectKind, subject.kind), eq(grants.subjectId, subject.id)))
    .orderBy(grants.grantedAt, grants.id);
  return rows.map(toGrant);
}

/** The grants on several subjects of one kind, oldest first, in one query. */
export async function grantsOnAll(executor: Executor, kind: SubjectKind, ids: string[]): Promise<Grant[]> {
  if (ids.length === 0) return [];
  const rows = await executor
    .select()
    .from(grants)
    .where(and(eq(grants.subjectKind, kind), inArray(grants.subjectId, ids)))
    .orderBy(grants.grantedAt, grants.id);
  return rows.map(toGrant);
}

/** Gives a role; giving it twice is giving it once, the second time. Live channels are re-decided at commit (rule ACC-7). */
export async function grant(
  tx: Transaction,
  given: { subject: Subject; grantee: Grantee; role: GrantRole; grantedBy: string | null },
): Promise<Grant> {
  const { subject, grantee, role, grantedBy } = given;
  const [row] = await tx
    .insert(grants)
    .values({
      id: newId(),
      subjectKind: subject.kind,
      subjectId: subject.id,
      granteeKind: grantee.kind,
      granteeId: grantee.id,
      role,
      grantedBy,
      grantedAt: new Date(),
    })
    .onConflictDoUpdate({
      target: [grants.subjectKind, grants.subjectId, grants.granteeKind, grants.granteeId, grants.role],
      set: { grantedBy: sql`excluded.granted_by`, grantedAt: sql`excluded.granted_at` },
    })
    .returning();
  await notify(tx, 'access_changed', `${subject.kind}:${subject.id}`);
  return toGrant(row as Row);
}

/** Withdraws one grant of a subject; null when it is not (or no longer) there. */
export async function revoke(tx: Transaction, subject: Subject, grantId: string): Promise<Grant | null> {
  const [row] = await tx
    .delete(grants)
    .where(and(eq(grants.id, grantId), eq(grants.subjectKind, subject.kind), eq(grants.subjectId, subject.id)))
    .returning();
  if (!row) return null;
  await notify(tx, 'access_changed', `${subject.kind}:${subject.id}`);
  return toGrant(row);
}
