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
  const { database, audit, reportsOf, isAwaitedBy, meetingsWith } = needs;
  await database.transaction(async (tx) => {
    const { patientId } = await lockCase(tx, caseId);
    const grants = await grantsOn(tx, { kind: 'case', id: caseId });
    const given = grants.find(({ id }) => id === grantId);
    if (!given) throw new AppError('not_found');
    const { role, grantee } = given;
    // Guests read as long as the patient agrees: that is withdrawn with the consent, or with the board's own access.
    if (role === 'owner' || role === 'presented_openly') throw new AppError('wrong_state');
    if (grantee.kind === 'board' && (await isAwaitedBy(tx, caseId, grantee.id))) throw new AppError('wrong_state');
    const lenders = [grantee.id, ...(grantee.kind === 'board' ? await meetingsWith(tx, caseId, grantee.id) : [])];
    const openly = grants.filter((other) => other.role === 'presented_openly' && lenders.includes(other.grantee.id));
    for (const one of [given, ...openly]) await withdraw(tx, one, await reportsOf(tx, caseId));
    await notify(tx, 'facts_changed', `case:${caseId}`);
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    for (const one of [given, ...openly])
      await audit.record(tx, 'grant.withdrawn', scope, {
        role: one.role,
        granteeKind: one.grantee.kind,
        granteeId: one.grantee.id,
      });
  });
}
