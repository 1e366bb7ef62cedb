import { eq } from 'drizzle-orm';
import { erasureRequests } from '@concertation/schema';
import type { Erasure } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readAccountFacts } from '../../auth/index.ts';
import type { Database, Executor } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { holdErasures, latestErasure, toErasure } from './erasure-rows.ts';
import { refuseLoneSubjects } from './lone-subjects.ts';

type Needs = { database: Database; audit: Audit };

/** What became of one's latest request; null: none was made. Source: SC-44. */
export async function readErasure(executor: Executor, { accountId }: Principal): Promise<{ request: Erasure | null }> {
  const row = await latestErasure(executor, accountId);
  return { request: row && toErasure(row) };
}

/**
 * Asks that one's account be erased; an administrator decides. Throws `invalid` for an e-mail that is not the account's,
 * `wrong_state` when it is asked already, and as `refuseLoneSubjects`, so that its person, who alone can, hands over
 * what is theirs. Source: SC-44, GDPR art. 17.
 */
export async function askErasure(
  { database, audit }: Needs,
  principal: Principal,
  typed: { email: string },
): Promise<Erasure> {
  const { accountId } = principal;
  return database.transaction(async (tx) => {
    await holdErasures(tx, accountId);
    const facts = (await readAccountFacts(tx, [accountId])).get(accountId);
    if (facts?.email !== typed.email)
      throw new AppError('invalid', { fields: [{ field: 'email', problem: 'different' }] });
    if ((await latestErasure(tx, accountId))?.state === 'waiting') throw new AppError('wrong_state');
    await refuseLoneSubjects(tx, accountId);
    const asked = { id: newId(), accountId, state: 'waiting', askedAt: new Date() };
    const row = { ...asked, decidedBy: null, decidedAt: null, reason: null };
    await tx.insert(erasureRequests).values(row);
    const scope = { ...principal, subject: `account:${accountId}` };
    await audit.record(tx, 'erasure.asked', scope, { requestId: row.id });
    return toErasure(row);
  });
}

/** Takes one's request back. Throws `wrong_state` when none waits. Source: SC-44. */
export async function withdrawErasure({ database, audit }: Needs, principal: Principal): Promise<void> {
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    await holdErasures(tx, accountId);
    const row = await latestErasure(tx, accountId);
    if (row?.state !== 'waiting') throw new AppError('wrong_state');
    await tx
      .update(erasureRequests)
      .set({ state: 'withdrawn', decidedAt: new Date() })
      .where(eq(erasureRequests.id, row.id));
    const scope = { ...principal, subject: `account:${accountId}` };
    await audit.record(tx, 'erasure.withdrawn', scope, { requestId: row.id });
  });
}
