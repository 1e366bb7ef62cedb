import { eq, inArray } from 'drizzle-orm';
import { connectionTests } from '@concertation/schema';
import { type ConnectionTest, connectionTest, leastRate, longestDelay } from '@concertation/shared/contracts';
import type { Executor } from '../database/index.ts';

export type TestedConnection = { at: Date; passed: boolean; outcome: ConnectionTest };

const carriesVoice = (rate: number | null): boolean => rate === null || rate >= leastRate;

/**
 * Whether everything that a meeting needs worked: the camera is not needed to speak and to be heard; what was not
 * measured, or does not exist on a server without calls, is no failure.
 */
export function isPassed(outcome: ConnectionTest): boolean {
  const { browser, network, live, storage, microphone, delay, media, download, upload } = outcome;
  const works = browser && network && live && storage && microphone && delay <= longestDelay;
  return works && media !== 'none' && carriesVoice(download) && carriesVoice(upload);
}

/** The latest connection test of an account; null: none yet. Source: SC-82, OO-26. */
export async function readConnectionTest(executor: Executor, accountId: string): Promise<TestedConnection | null> {
  const [row] = await executor.select().from(connectionTests).where(eq(connectionTests.accountId, accountId));
  return row ? { at: row.at, passed: row.passed, outcome: connectionTest.parse(row.outcome) } : null;
}

/** The latest test of each of these accounts that made one, in one query. Source: OO-26. */
export async function connectionTestsOf(
  executor: Executor,
  accountIds: string[],
): Promise<Map<string, TestedConnection>> {
  if (accountIds.length === 0) return new Map();
  const rows = await executor.select().from(connectionTests).where(inArray(connectionTests.accountId, accountIds));
  return new Map(
    rows.map(({ accountId, at, passed, outcome }) => [
      accountId,
      { at, passed, outcome: connectionTest.parse(outcome) },
    ]),
  );
}

/** Records a test in place of the one before; returns whether it passed. Its outcome is about a browser, not about a patient. */
export async function recordConnectionTest(
  executor: Executor,
  accountId: string,
  outcome: ConnectionTest,
): Promise<{ passed: boolean }> {
  const test = { at: new Date(), passed: isPassed(outcome), outcome };
  await executor
    .insert(connectionTests)
    .values({ accountId, ...test })
    .onConflictDoUpdate({ target: connectionTests.accountId, set: test });
  return { passed: test.passed };
}
