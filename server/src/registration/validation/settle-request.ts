import type { ValidationDecision } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type AccountFacts, verifyAccount } from '../../auth/index.ts';
import type { Transaction } from '../../database/index.ts';
import { removeProof } from '../../files/index.ts';
import type { SendMail } from '../../notifications/index.ts';
import { acceptedMail, decidedMail } from '../mail-words.ts';
import { endRequest, type RequestRow, waitingOf } from './request-rows.ts';

/** A decision; a colleague who does not vouch gives no reason. */
export type Settled = ValidationDecision | { decision: 'refused'; reason: null };

/**
 * Writes what was decided of a request that waits, whoever decides: an acceptance verifies the account, and ends its
 * other requests; the proofs are taken away; its person is told by mail. Throws what `verifyAccount` throws. Call it last.
 */
export async function settleRequest(
  { audit, sendMail, origin }: { audit: Audit; sendMail: SendMail; origin: string },
  tx: Transaction,
  principal: Principal,
  { request, account, settled }: { request: RequestRow; account: AccountFacts; settled: Settled },
): Promise<void> {
  const { accountId, email } = account;
  const { decision } = settled;
  const accepted = decision === 'accepted';
  const others = accepted ? (await waitingOf(tx, accountId)).filter(({ id }) => id !== request.id) : [];
  if (accepted) await verifyAccount(tx, accountId, principal.accountId);
  const reason = decision === 'accepted' ? null : settled.reason;
  await endRequest(tx, request.id, { state: decision, reason, decidedBy: principal.accountId });
  for (const other of others) await endRequest(tx, other.id, { state: 'withdrawn' });
  for (const { fileId } of [request, ...others])
    if (fileId) await removeProof(tx, { accountId, fileId }, principal.accountId);
  await sendMail(
    tx,
    decision === 'accepted' ? acceptedMail(email, origin) : decidedMail(email, origin, { decision, reason }),
  );
  const scope = { ...principal, subject: `account:${accountId}` };
  await audit.record(tx, 'validation.decided', scope, { requestId: request.id, kind: request.kind, decision });
  if (accepted) await audit.record(tx, 'account.verified', scope, {});
}
