import { and, eq, inArray, like, lt, lte, or, sql } from 'drizzle-orm';
import { failedAttempts } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { findDevice } from '../devices/devices.ts';
import type { AuthNeeds } from '../needs.ts';
import type { Visitor } from '../sessions/sessions.ts';
import { networkOf } from './network-of.ts';

/** What is counted, with the failures that cost nothing, then the longest delay, and how many a day. */
const rules = {
  account: { free: 5, longestMinutes: 60, aDay: 25 },
  device: { free: 5, longestMinutes: 60, aDay: 25 },
  /**
   * An account from every unknown browser together, wherever they are: many addresses at once are slowed down as well. It
   * makes nobody wait whose own address has not failed: a shared computer is never known, and a stranger elsewhere would
   * keep its people out.
   */
  everywhere: { free: 25, longestMinutes: 5, aDay: 1_000_000 },
  /** A whole hospital may stand behind one address: its colleagues’ mistakes must not keep it out. */
  address: { free: 100, longestMinutes: 5, aDay: 1_000_000 },
};
/** Long ago, not now: of two tries in the same instant, the one that came first to the row must not delay the other. */
const noDelay = new Date(0);
const dayMinutes = 1440;
const dayMs = dayMinutes * 60_000;

/** Under what tries are counted: an account from the unknown browsers of a network, or of all of them; one of its known browsers; a network. */
export type Counted = { key: string; rule: keyof typeof rules };

/**
 * Under what a try by this browser at this e-mail is counted. A known browser has its own count, so that no stranger
 * keeps the owner out; an e-mail without an account is counted like any other, so that waiting tells nothing.
 */
export async function countedFor(
  needs: Pick<AuthNeeds, 'database' | 'accountKeys' | 'configuration'>,
  visitor: Visitor,
  email: string,
  accountId: string,
): Promise<Counted[]> {
  const device = await findDevice(needs, visitor, accountId);
  if (device) return [{ key: `device:${device.id}`, rule: 'device' }];
  const account = needs.accountKeys.mark('attempt', email);
  const address = needs.accountKeys.mark('attempt', networkOf(visitor.address ?? ''));
  return [
    { key: `account:${account}:${address}`, rule: 'account' },
    { key: `everywhere:${account}`, rule: 'everywhere' },
    { key: `address:${address}`, rule: 'address' },
  ];
}

/** Whether a try comes from a known browser of its account. */
export const isKnownBrowser = (counted: Counted[]): boolean => counted.some(({ rule }) => rule === 'device');

/** Proofs asked of somebody signed in, whom no stranger can imitate. */
export const countedProofs = (accountId: string): Counted[] => [{ key: `proof:${accountId}`, rule: 'account' }];

/**
 * Counts one try under one key, and says how many that makes; null when it comes too early, and is not counted. One that
 * need not wait is counted all the same, and does not put off the end of a delay under way.
 */
async function countOne(
  executor: Executor,
  { key, rule }: Counted,
  { now, mustWait }: { now: Date; mustWait: boolean },
): Promise<number | null> {
  const { free, longestMinutes, aDay } = rules[rule];
  const dayAgo = new Date(now.getTime() - dayMs).toISOString();
  const at = now.toISOString();
  const failures = sql`(case when ${failedAttempts.lastAt} < ${dayAgo}::timestamptz then 0 else ${failedAttempts.failures} end + 1)`;
  const minutes = sql`(case when ${failures} < ${free}::integer then 0 when ${failures} >= ${aDay}::integer then ${dayMinutes}::integer
    else least(${longestMinutes}::integer, power(2, least(${failures} - ${free}::integer, 20))) end)`;
  const [counted] = await executor
    .insert(failedAttempts)
    .values({ key, failures: 1, lastAt: now, nextAt: noDelay })
    .onConflictDoUpdate({
      target: failedAttempts.key,
      set: {
        failures,
        lastAt: now,
        nextAt: sql`case when ${minutes} = 0 then ${noDelay.toISOString()}::timestamptz
          when ${failedAttempts.nextAt} > ${at}::timestamptz then ${failedAttempts.nextAt}
          else ${at}::timestamptz + ${minutes} * interval '1 minute' end`,
      },
      ...(mustWait ? { setWhere: lte(failedAttempts.nextAt, now) } : {}),
    })
    .returning({ failures: failedAttempts.failures });
  return counted?.failures ?? null;
}

/**
 * Counts a try before it is made, as if it failed: many at once do not slip through. Free up to five, then one minute,
 * two, four… at most an hour apart, and 25 a day (domain 3.5, EXI 25). The first failure of an account at a network never
 * waits for those elsewhere. Throws `wait` with the seconds left.
 */
export async function countAttempt({ database }: Pick<AuthNeeds, 'database'>, counted: Counted[]): Promise<void> {
  const now = new Date();
  await database.transaction(async (tx) => {
    let isFirstHere = false;
    // In this order « account » comes before « everywhere », whose delay depends on it.
    for (const one of counted.toSorted((a, b) => a.key.localeCompare(b.key))) {
      const mustWait = one.rule !== 'everywhere' || !isFirstHere;
      const failures = await countOne(tx, one, { now, mustWait });
      if (one.rule === 'account') isFirstHere = failures === 1;
      if (failures !== null) continue;
      const [row] = await tx.select().from(failedAttempts).where(eq(failedAttempts.key, one.key));
      const left = (row?.nextAt.getTime() ?? now.getTime()) - now.getTime();
      throw new AppError('wait', { seconds: Math.max(1, Math.ceil(left / 1000)) });
    }
  });
}

/** The try was right, and another proof comes next: it is not counted, and those before it still are. */
export async function takeBackAttempt(executor: Executor, counted: Counted[]): Promise<void> {
  const keys = counted.map(({ key }) => key);
  await executor
    .update(failedAttempts)
    .set({ failures: sql`greatest(${failedAttempts.failures} - 1, 0)`, nextAt: noDelay })
    .where(inArray(failedAttempts.key, keys));
}

/** Everything was right: the failures of this account, or browser, are forgotten; of an address, only this try. */
export async function forgetFailures(executor: Executor, counted: Counted[]): Promise<void> {
  await takeBackAttempt(executor, counted);
  const own = counted.filter(({ rule }) => rule !== 'address').map(({ key }) => key);
  await executor.delete(failedAttempts).where(inArray(failedAttempts.key, own));
}

/** The owner of the address proved it: whoever tried before no longer makes anybody wait. */
export async function forgetFailuresAt(
  executor: Executor,
  { accountKeys }: Pick<AuthNeeds, 'accountKeys'>,
  email: string,
): Promise<void> {
  const account = accountKeys.mark('attempt', email);
  const everywhere = eq(failedAttempts.key, `everywhere:${account}`);
  await executor.delete(failedAttempts).where(or(like(failedAttempts.key, `account:${account}:%`), everywhere));
}

/** Forgets the failures of yesterday. */
export async function removeOldAttempts(executor: Executor): Promise<void> {
  const now = new Date();
  await executor
    .delete(failedAttempts)
    .where(and(lt(failedAttempts.lastAt, new Date(now.getTime() - dayMs)), lte(failedAttempts.nextAt, now)));
}
