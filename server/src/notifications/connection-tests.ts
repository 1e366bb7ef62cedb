import { eq } from 'drizzle-orm';
import { connectionTests } from '@concertation/schema';
import { type ConnectionTest, connectionTest, longestDelay } from '@concertation/shared/contracts';
import type { Executor } from '../database/index.ts';

export type TestedConnection = { at: Date; passed: boolean; outcome: ConnectionTest };

/** Whether everything that a meeting needs worked: the camera is not needed to speak and to be heard. */
export function isPassed({ camera: _unneeded, delay, ...needed }: ConnectionTest): boolean {
  return delay <= longestDelay && Object.values(needed).every(Boolean);
}

/** The latest connection test of an account; null: none yet. Source: SC-82, OO-26. */
export async function readConnectionTest(executor: Executor, accountId: string): Promise<TestedConnection | null> {
  const [row] = await executor.select().from(connectionTests).where(eq(connectionTests.accountId, accountId));
  return row ? { at: row.at, passed: row.passed, outcome: connectionTest.parse(row.outcome) } : null;
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
