import type { Person } from '@concertation/shared/contracts';
import { findPeople, reachableAccounts } from '../../auth/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';

/** Somebody whom an account may write to. Throws `not_found` as `requireReachable`. Source: SC-43. */
export async function readRecipient(
  executor: Executor,
  configuration: Pick<Configuration, 'demonstration'>,
  accountId: string,
  wanted: string,
): Promise<Person> {
  const reachable = wanted !== accountId && (await reachableAccounts(executor, configuration, [wanted])).has(wanted);
  const person = reachable ? (await findPeople(executor, [wanted])).get(wanted) : undefined;
  if (!person) throw new AppError('not_found');
  return person;
}
