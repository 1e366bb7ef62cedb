import { readAccountFacts } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { refuseFlood } from './request-rows.ts';

/**
 * Whether an account may send a proof now, before any byte of it comes. Throws `wrong_state` when it is validated already,
 * `too_many` after five requests in a day.
 */
export async function refuseProof(executor: Executor, accountId: string): Promise<void> {
  const facts = (await readAccountFacts(executor, [accountId])).get(accountId);
  if (!facts) throw new AppError('not_found');
  if (facts.verifiedAt) throw new AppError('wrong_state');
  await refuseFlood(executor, accountId);
}
