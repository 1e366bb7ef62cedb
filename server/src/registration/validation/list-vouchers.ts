import { and, asc, eq } from 'drizzle-orm';
import { validationRequests } from '@concertation/schema';
import type { ValidationRequest } from '@concertation/shared/contracts';
import { readAccountFacts } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { readOrganisations } from '../../organisations/index.ts';
import { toRequest } from './request-rows.ts';

/** A colleague who asks me to vouch for them. */
export type AskedVouching = ValidationRequest & { accountName: string; accountEmail: string };

/** Colleagues who ask me to vouch for them, oldest first. Three queries. Source: SC-24. */
export async function listVouchers(executor: Executor, sponsorId: string): Promise<AskedVouching[]> {
  const rows = await executor
    .select()
    .from(validationRequests)
    .where(and(eq(validationRequests.sponsorId, sponsorId), eq(validationRequests.state, 'waiting')))
    .orderBy(asc(validationRequests.createdAt), asc(validationRequests.id));
  const people = await readAccountFacts(executor, [...new Set(rows.map(({ accountId }) => accountId))]);
  const organisations = await readOrganisations(executor, [
    ...new Set(rows.flatMap(({ organisationId }) => organisationId ?? [])),
  ]);
  return rows.flatMap((row) => {
    const person = people.get(row.accountId);
    if (!person) return [];
    const organisationName = organisations.get(row.organisationId ?? '')?.name ?? null;
    return [{ ...toRequest(row), organisationName, accountName: person.name, accountEmail: person.email }];
  });
}
