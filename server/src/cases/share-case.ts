import type { GrantLine } from '@concertation/shared/contracts';
import { grant, grantsOn, type Principal } from '../access/index.ts';
import { findColleagues } from '../auth/index.ts';
import { notify } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import type { Tell } from '../notifications/index.ts';
import type { SharingNeeds } from './case-sharing.ts';
import { lockCase } from './lock-case.ts';
import { withdraw } from './withdraw.ts';

export type SharedRole = 'referent' | 'expert' | 'reader';
const sharedRoles: readonly string[] = ['referent', 'expert', 'reader'] satisfies SharedRole[];

/**
 * Gives a colleague one role on a case; another one given before is replaced, so that sharing as a reader really
 * takes the pen away (rule ACC-8). A colleague who had none is told. Throws `invalid` when the account is nobody, or owns the case.
 */
export async function shareCase(
  needs: SharingNeeds & { tell: Tell },
  principal: Principal,
  { caseId, accountId, role }: { caseId: string; accountId: string; role: SharedRole },
): Promise<GrantLine> {
  const { database, audit, reportsOf, tell } = needs;
  return database.transaction(async (tx) => {
    const { patientId, ownerId } = await lockCase(tx, caseId);
    const person = (await findColleagues(tx, [accountId])).get(accountId);
    if (!person || accountId === ownerId)
      throw new AppError('invalid', { fields: [{ field: 'accountId', problem: 'unknown' }] });

    const subject = { kind: 'case', id: caseId } as const;
    const grantee = { kind: 'account', id: accountId } as const;
    const held = (await grantsOn(tx, subject)).filter(
      (other) => other.grantee.id === accountId && sharedRoles.includes(other.role),
    );
    const replaced = held.filter((other) => other.role !== role);
    const given = await grant(tx, { subject, grantee, role, grantedBy: principal.accountId });
    for (const other of replaced) await withdraw(tx, other, await reportsOf(tx, caseId));
    if (role === 'referent')
      for (const report of await reportsOf(tx, caseId))
        await grant(tx, { subject: report, grantee, role, grantedBy: principal.accountId });

    await notify(tx, 'facts_changed', `case:${caseId}`);
    if (held.length === 0)
      await tell(tx, { to: [accountId], kind: 'case_shared', about: { caseId, by: principal.name } });
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    for (const other of replaced)
      await audit.record(tx, 'grant.withdrawn', scope, {
        role: other.role,
        granteeKind: 'account',
        granteeId: accountId,
      });
    if (!held.some((other) => other.role === role))
      await audit.record(tx, 'grant.given', scope, { role, granteeKind: 'account', granteeId: accountId });
    return { grantId: given.id, person, boardName: null, role };
  });
}
