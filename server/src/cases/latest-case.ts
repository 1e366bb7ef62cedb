import { desc, inArray } from 'drizzle-orm';
import { cases } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import { readConsents } from './consent/read-consents.ts';
import type { CaseFacts } from './read-cases.ts';

/** The latest case of some patients, but of those who refused that theirs be sent or presented; null when there is none. Two queries. */
export async function latestCase(executor: Executor, patientIds: string[]): Promise<CaseFacts | null> {
  if (patientIds.length === 0) return null;
  const rows = await executor
    .select()
    .from(cases)
    .where(inArray(cases.patientId, patientIds))
    .orderBy(desc(cases.createdAt), desc(cases.id));
  const consents = await readConsents(
    executor,
    rows.map(({ id }) => id),
  );
  return rows.find(({ id }) => consents.get(id)?.opposition !== 'objected') ?? null;
}
