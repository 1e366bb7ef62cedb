import { inArray } from 'drizzle-orm';
import { patients } from '@concertation/schema';
import type { PatientBanner } from '@concertation/shared/contracts';
import type { Executor } from '../database/index.ts';
import { toBanner } from './to-banner.ts';

/** Banners by patient id, in one query. An id that names nobody is absent from the map. */
export async function readPatients(executor: Executor, patientIds: string[]): Promise<Map<string, PatientBanner>> {
  if (patientIds.length === 0) return new Map();
  const rows = await executor.select().from(patients).where(inArray(patients.id, patientIds));
  return new Map(rows.map((row) => [row.id, toBanner(row)]));
}
