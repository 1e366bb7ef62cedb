import { inArray } from 'drizzle-orm';
import { caseConsents } from '@concertation/schema';
import type { ConsentDraft } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';

/** What a patient was told and answered about one case; who wrote it down (an account's id), and when. */
export type ConsentFacts = ConsentDraft & { recordedBy: string; recordedAt: Date };

/** Consents by case id, in one query. A case for which nothing was recorded is absent. Source: domain.md 6.1. */
export async function readConsents(executor: Executor, caseIds: string[]): Promise<Map<string, ConsentFacts>> {
  if (caseIds.length === 0) return new Map();
  const rows = await executor.select().from(caseConsents).where(inArray(caseConsents.caseId, caseIds));
  return new Map(rows.map(({ caseId, revision: _revision, ...consent }) => [caseId, consent as ConsentFacts] as const));
}
