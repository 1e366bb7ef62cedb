import { and, type SQL, sql } from 'drizzle-orm';
import { patients } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import { searchTerms } from './search-terms.ts';

const names = sql`translate(concat_ws(' ', ${patients.birthName}, ${patients.birthGivenName}, ${patients.usedName}, ${patients.usedGivenName}), '-''', '  ')`;

/**
 * The ids of the patients whose names and birth date hold every word of `text`, as a query for another one to stand on:
 * a list of cases is searched and cut into pages by the database, and no patient that it does not show is read. Of all
 * patients: what the caller may see is for it to say.
 */
export function patientsMatching(executor: Executor, text: string) {
  const terms = searchTerms(text);
  const holds = (hay: SQL, needle: string) => sql`strpos(${hay}, ${needle}) > 0`;
  return executor
    .select({ id: patients.id })
    .from(patients)
    .where(
      and(
        ...terms.names.map((name) => holds(names, name)),
        ...terms.dates.map((date) => holds(sql`${patients.birthDate}::text`, date)),
      ),
    );
}
