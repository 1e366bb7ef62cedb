import { eq, inArray } from 'drizzle-orm';
import { organisations } from '@concertation/schema';
import type { Executor, Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { type OrganisationFacts, toFacts } from './organisation-row.ts';

export type { OrganisationFacts } from './organisation-row.ts';

/** Organisations by id, in one query. An id that names none is absent from the map. */
export async function readOrganisations(executor: Executor, ids: string[]): Promise<Map<string, OrganisationFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await executor.select().from(organisations).where(inArray(organisations.id, ids));
  return new Map(rows.map((row) => [row.id, toFacts(row)]));
}

/** One organisation. Throws `not_found`. */
export async function readOrganisation(executor: Executor, organisationId: string): Promise<OrganisationFacts> {
  const facts = (await readOrganisations(executor, [organisationId])).get(organisationId);
  if (!facts) throw new AppError('not_found');
  return facts;
}

/** The same, for a command that changes its people: another such command waits for the transaction's end. */
export async function lockOrganisation(tx: Transaction, organisationId: string): Promise<void> {
  const [row] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for('update');
  if (!row) throw new AppError('not_found');
}
