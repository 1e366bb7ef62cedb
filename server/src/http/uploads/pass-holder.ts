import { requireAccess } from '../../access/index.ts';
import type { Visit } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

/**
 * Whether somebody may send a document of this case, or (null) a proof of who they are. A case asks for what any command
 * on it does: `trial_over`, `not_found`, `forbidden`. A proof asks for an account (`guest_only`), and opens the door again
 * to one whose trial is over. Source: SC-23.
 */
export async function passHolder(
  executor: Executor,
  { principal, standing }: Visit,
  caseId: string | null,
): Promise<void> {
  if (caseId === null) {
    if (principal.guestOf) throw new AppError('guest_only');
    return;
  }
  if (standing === 'closed') throw new AppError('trial_over');
  await requireAccess(executor, principal, 'case.write', { kind: 'case', id: caseId });
}
