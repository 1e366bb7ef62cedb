import { asc, desc, inArray } from 'drizzle-orm';
import { erasureRequests } from '@concertation/schema';
import type { AskedErasure } from '@concertation/shared/contracts';
import { findPeople, readAddresses } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { toErasure } from './erasure-rows.ts';
import { loneCases } from './lone-subjects.ts';

const decidedShown = 50;

/** Requests for erasure: those that wait, oldest first, then the latest 50 decided. Six queries. */
export async function listErasures(executor: Executor): Promise<AskedErasure[]> {
  const { state, askedAt, decidedAt } = erasureRequests;
  const waiting = await executor
    .select()
    .from(erasureRequests)
    .where(inArray(state, ['waiting']))
    .orderBy(asc(askedAt));
  const decided = await executor
    .select()
    .from(erasureRequests)
    .where(inArray(state, ['done', 'refused']))
    .orderBy(desc(decidedAt))
    .limit(decidedShown);
  const rows = [...waiting, ...decided];
  const accountIds = [...new Set(rows.map(({ accountId }) => accountId))];
  const people = await findPeople(executor, [...accountIds, ...rows.flatMap(({ decidedBy }) => decidedBy ?? [])]);
  const addresses = await readAddresses(executor, accountIds);
  const cases = await loneCases(
    executor,
    waiting.map(({ accountId }) => accountId),
  );
  return rows.map((row) => ({
    ...toErasure(row),
    accountId: row.accountId,
    name: people.get(row.accountId)?.name ?? '',
    specialty: people.get(row.accountId)?.specialty ?? '',
    email: addresses.get(row.accountId) ?? null,
    cases: cases.get(row.accountId) ?? 0,
    decidedBy: people.get(row.decidedBy ?? '')?.name ?? null,
  }));
}
