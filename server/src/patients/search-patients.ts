import { and, inArray, sql, type SQL } from 'drizzle-orm';
import { patients } from '@concertation/schema';
import type { PatientBanner } from '@concertation/shared/contracts';
import type { Executor } from '../database/index.ts';
import { searchTerms } from './search-terms.ts';
import { toBanner } from './to-banner.ts';

const names = sql`translate(concat_ws(' ', ${patients.birthName}, ${patients.birthGivenName}, ${patients.usedName}, ${patients.usedGivenName}), '-''', '  ')`;

/** Those of the given patients whose names and birth date hold every word of `text`, by patient id, in one query. */
export async function searchPatients(
  executor: Executor,
  patientIds: string[],
  text: string,
): Promise<Map<string, PatientBanner>> {
  if (patientIds.length === 0) return new Map();
  const terms = searchTerms(text);
  const holds = (hay: SQL, needle: string) => sql`strpos(${hay}, ${needle}) > 0`;
  const rows = await executor
    .select()
    .from(patients)
    .where(
      and(
        inArray(patients.id, patientIds),
        ...terms.names.map((name) => holds(names, name)),
        ...terms.dates.map((date) => holds(sql`${patients.birthDate}::text`, date)),
      ),
    );
  return new Map(rows.map((row) => [row.id, toBanner(row)]));
}
