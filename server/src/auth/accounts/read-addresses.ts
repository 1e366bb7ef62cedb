import { inArray } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';

/** E-mail addresses by account id, in one query, for who must write to these people; guests have none. Source: OO-24. */
export async function readAddresses(executor: Executor, accountIds: string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await executor
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(inArray(accounts.id, accountIds));
  return new Map(rows.flatMap(({ id, email }) => (email ? [[id, email] as const] : [])));
}
