import type { AskedRecovery } from '@concertation/shared/contracts';
import { listAskedRecoveries, readSearchedAccounts } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { describeAccounts } from './list-accounts.ts';

/** Recoveries asked, oldest first, and those accepted and not used yet, with the account of each. Seven queries. */
export async function listRecoveries(executor: Executor): Promise<AskedRecovery[]> {
  const recoveries = await listAskedRecoveries(executor);
  const found = await readSearchedAccounts(executor, [...new Set(recoveries.map(({ accountId }) => accountId))]);
  const described = await describeAccounts(executor, [...found.values()]);
  const byId = new Map(described.map((account) => [account.accountId, account]));
  return recoveries.flatMap(({ id, accountId, askedAt, state, opensAt }) => {
    const account = byId.get(accountId);
    if (!account) return [];
    return [
      {
        recoveryId: id,
        account,
        askedAt: askedAt.toISOString(),
        state: state as AskedRecovery['state'],
        opensAt: opensAt?.toISOString() ?? null,
      },
    ];
  });
}
