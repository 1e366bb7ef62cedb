import { type Grant, grant, grantsOn, revoke } from '../../access/index.ts';
import type { Transaction } from '../../database/index.ts';

/**
 * A case that goes from one list to another takes along what its patient agreed to: the guests of the first meeting read
 * it no more, those of the other do. Returns what changed, for the audit; null for a case that is not shared.
 */
export async function moveOpenness(
  tx: Transaction,
  { caseId, from, to, movedBy }: { caseId: string; from: string; to: string; movedBy: string },
): Promise<{ withdrawn: Grant; given: Grant } | null> {
  const subject = { kind: 'case', id: caseId } as const;
  const withdrawn = (await grantsOn(tx, subject)).find(
    ({ grantee, role }) => role === 'presented_openly' && grantee.kind === 'meeting' && grantee.id === from,
  );
  if (!withdrawn) return null;
  await revoke(tx, subject, withdrawn.id);
  const grantee = { kind: 'meeting', id: to } as const;
  const given = await grant(tx, { subject, grantee, role: 'presented_openly', grantedBy: movedBy });
  return { withdrawn, given };
}
