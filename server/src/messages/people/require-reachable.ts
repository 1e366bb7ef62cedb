import { reachableAccounts } from '../../auth/index.ts';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { MessageNeeds } from '../needs.ts';

/**
 * These people, each once, if every one of them may be written to. Throws `not_found` for anybody else: oneself, nobody,
 * a guest, an account that is suspended, erased or whose trial is over, which must not be told apart.
 */
export async function requireReachable(
  tx: Transaction,
  { configuration }: Pick<MessageNeeds, 'configuration'>,
  accountId: string,
  wanted: string[],
): Promise<string[]> {
  const people = [...new Set(wanted)];
  const reachable = await reachableAccounts(tx, configuration, people);
  if (people.includes(accountId) || reachable.size < people.length) throw new AppError('not_found');
  return people;
}
