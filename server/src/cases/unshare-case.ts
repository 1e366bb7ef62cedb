import { grantsOn, type Principal } from '../access/index.ts';
import { notify } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import type { SharingNeeds } from './case-sharing.ts';
import { lockCase } from './lock-case.ts';
import { withdraw } from './withdraw.ts';

/**
 * Withdraws an access to a case; live channels are re-decided within 5 s (rule ACC-7). Throws `not_found` for a grant
 * that is not on this case, `wrong_state` for the owner's own and for a board that still has the case on a list (rule ACC-10).
 */
export async function unshareCase(
  needs: SharingNeeds,
  principal: Principal,
  { caseId, grantId }: { caseId: string; grantId: string },
): Promise<void> {
  const { database, audit, reportsOf, isAwaitedBy } = needs;
  await database.transaction(async (tx) => {
    const { patientId } = await lockCase(tx, caseId);
    const given = (await grantsOn(tx, { kind: 'case', id: caseId })).find(({ id }) => id === grantId);
    if (!given) throw new AppError('not_found');
    const { role, grantee } = given;
    if (role === 'owner') throw new AppError('wrong_state');
    if (grantee.kind === 'board' && (await isAwaitedBy(tx, caseId, grantee.id))) throw new AppError('wrong_state');
    await withdraw(tx, given, await reportsOf(tx, caseId));
    await notify(tx, 'facts_changed', `case:${caseId}`);
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    await audit.record(tx, 'grant.withdrawn', scope, { role, granteeKind: grantee.kind, granteeId: grantee.id });
  });
}
