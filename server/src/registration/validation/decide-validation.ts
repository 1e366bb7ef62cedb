import type { ValidationDecision } from '@concertation/shared/contracts';
import { type Principal, subjectsOfAccounts } from '../../access/index.ts';
import { type AccountFacts, readAccountFacts } from '../../auth/index.ts';
import type { Transaction } from '../../database/index.ts';
import { readProofs } from '../../files/index.ts';
import { AppError } from '../../lib/index.ts';
import type { ValidationNeeds } from './ask-validation.ts';
import { lockRequest, type RequestRow } from './request-rows.ts';
import { settleRequest } from './settle-request.ts';

/** A request that waits, with its account. Throws `not_found`, `wrong_state` once decided, `forbidden` for one's own. */
async function openRequest(
  tx: Transaction,
  principal: Principal,
  requestId: string,
  isSeen: (request: RequestRow, account: AccountFacts) => boolean | Promise<boolean> = () => true,
): Promise<{ request: RequestRow; account: AccountFacts }> {
  const request = await lockRequest(tx, requestId);
  const account = (await readAccountFacts(tx, [request.accountId])).get(request.accountId);
  if (!account || !(await isSeen(request, account))) throw new AppError('not_found');
  if (account.accountId === principal.accountId) throw new AppError('forbidden');
  if (request.state !== 'waiting') throw new AppError('wrong_state');
  return { request, account };
}

/**
 * Decides a request for the installation. Throws `not_found`, `forbidden` for one's own, `wrong_state` once decided,
 * `file_not_ready` for a proof that is still being checked, `rpps_taken` where another verified account bears the
 * number. Source: SC-23, SC-24, SC-41.
 */
export async function decideValidation(
  needs: ValidationNeeds,
  principal: Principal,
  { requestId, decided }: { requestId: string; decided: ValidationDecision },
): Promise<void> {
  await needs.database.transaction(async (tx) => {
    const open = await openRequest(tx, principal, requestId);
    const { kind, fileId } = open.request;
    if (decided.decision === 'accepted' && kind === 'proof') {
      const proof = (await readProofs(tx, [fileId ?? ''].filter(Boolean))).get(fileId ?? '');
      if (proof?.state !== 'ready') throw new AppError('file_not_ready');
    }
    await settleRequest(needs, tx, principal, { ...open, settled: decided });
  });
}

/**
 * Decides a request made to the administrators of an organisation, by one who is verified, for somebody without an RPPS
 * number who belongs to it. Throws as above, and `forbidden` for an administrator who is on trial. Source: SC-24.
 */
export async function decideOrganisationValidation(
  needs: ValidationNeeds,
  principal: Principal,
  { requestId, organisationId, decided }: { requestId: string; organisationId: string; decided: ValidationDecision },
): Promise<void> {
  await needs.database.transaction(async (tx) => {
    const open = await openRequest(tx, principal, requestId, async (request, { accountId, rpps }) => {
      if (request.kind !== 'administrator' || request.organisationId !== organisationId || rpps !== null) return false;
      const held = await subjectsOfAccounts(tx, 'organisation', [accountId]);
      return held.some(({ subjectId }) => subjectId === organisationId);
    });
    const self = (await readAccountFacts(tx, [principal.accountId])).get(principal.accountId);
    if (!self?.verifiedAt) throw new AppError('forbidden');
    await settleRequest(needs, tx, principal, { ...open, settled: decided });
  });
}
