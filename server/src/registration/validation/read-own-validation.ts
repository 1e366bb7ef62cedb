import { desc, eq } from 'drizzle-orm';
import { validationRequests } from '@concertation/schema';
import type { OwnValidation } from '@concertation/shared/contracts';
import { readAccountFacts } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { readOrganisations } from '../../organisations/index.ts';
import { toRequest } from './request-rows.ts';

const shown = 20;

/**
 * Where an account stands, and its latest 20 requests. The colleague asked to vouch is not named: it would say whether
 * the address typed has an account. Source: SC-22 to SC-24.
 */
export async function readOwnValidation(executor: Executor, accountId: string): Promise<OwnValidation> {
  const facts = (await readAccountFacts(executor, [accountId])).get(accountId);
  if (!facts) throw new AppError('not_found');
  const rows = await executor
    .select()
    .from(validationRequests)
    .where(eq(validationRequests.accountId, accountId))
    .orderBy(desc(validationRequests.createdAt), desc(validationRequests.id))
    .limit(shown);
  const asked = rows.filter(({ kind }) => kind === 'administrator').flatMap((row) => row.organisationId ?? []);
  const organisations = await readOrganisations(executor, [...new Set(asked)]);
  return {
    verifiedAt: facts.verifiedAt?.toISOString() ?? null,
    trialEndsAt: facts.trialEndsAt?.toISOString() ?? null,
    requests: rows.map((row) => ({
      ...toRequest(row),
      organisationName: organisations.get(row.organisationId ?? '')?.name ?? null,
    })),
  };
}
