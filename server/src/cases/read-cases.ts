import { desc, inArray } from 'drizzle-orm';
import { cases } from '@concertation/schema';
import type { Executor } from '../database/index.ts';

export type CaseFacts = typeof cases.$inferSelect;

/** Cases by id, newest first, in one query. An id that names none is absent from the map. */
export async function readCases(executor: Executor, caseIds: string[]): Promise<Map<string, CaseFacts>> {
  if (caseIds.length === 0) return new Map();
  const rows = await executor.select().from(cases).where(inArray(cases.id, caseIds)).orderBy(desc(cases.id));
  return new Map(rows.map((row) => [row.id, row]));
}
