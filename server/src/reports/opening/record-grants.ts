import type { Grant, Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Transaction } from '../../database/index.ts';

/** Records grants that were just given. Called last in the transaction, like every audit. */
export async function recordGrants(
  tx: Transaction,
  audit: Audit,
  scope: Principal & { patientId: string },
  given: Pick<Grant, 'subject' | 'grantee' | 'role'>[],
): Promise<void> {
  for (const { subject, grantee, role } of given)
    await audit.record(
      tx,
      'grant.given',
      { ...scope, subject: `${subject.kind}:${subject.id}` },
      { role, granteeKind: grantee.kind, granteeId: grantee.id },
    );
}

/** Records grants that were just withdrawn. Called last in the transaction, like every audit. */
export async function recordWithdrawals(
  tx: Transaction,
  audit: Audit,
  scope: Principal & { patientId: string },
  withdrawn: Pick<Grant, 'subject' | 'grantee' | 'role'>[],
): Promise<void> {
  for (const { subject, grantee, role } of withdrawn)
    await audit.record(
      tx,
      'grant.withdrawn',
      { ...scope, subject: `${subject.kind}:${subject.id}` },
      { role, granteeKind: grantee.kind, granteeId: grantee.id },
    );
}
