import type { Principal } from '../../access/index.ts';
import { readAccountFacts } from '../../auth/index.ts';
import { AppError } from '../../lib/index.ts';
import { organisationShared, type ValidationNeeds } from './ask-validation.ts';
import { lockRequest } from './request-rows.ts';
import { settleRequest } from './settle-request.ts';

/**
 * Vouches for a colleague, or does not. One verified colleague suffices; nobody vouches for themselves, nor for a number.
 * Throws `not_found` but for the colleague who was asked, `forbidden` when that colleague is not verified or shares no
 * organisation with them any more, `wrong_state` once decided or when an RPPS number is claimed. Source: SC-24.
 */
export async function vouch(
  needs: ValidationNeeds,
  principal: Principal,
  { requestId, accepted }: { requestId: string; accepted: boolean },
): Promise<void> {
  await needs.database.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (request.sponsorId !== principal.accountId) throw new AppError('not_found');
    const facts = await readAccountFacts(tx, [request.accountId, principal.accountId]);
    const account = facts.get(request.accountId);
    if (!account) throw new AppError('not_found');
    if (account.accountId === principal.accountId || !facts.get(principal.accountId)?.verifiedAt)
      throw new AppError('forbidden');
    if (!(await organisationShared(tx, principal.accountId, account.accountId))) throw new AppError('forbidden');
    if (request.state !== 'waiting' || account.rpps !== null) throw new AppError('wrong_state');
    const settled = accepted ? ({ decision: 'accepted' } as const) : ({ decision: 'refused', reason: null } as const);
    await settleRequest(needs, tx, principal, { request, account, settled });
  });
}
