import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { patients } from '@concertation/schema';
import type { PatientBanner } from '@concertation/shared/contracts';
import { isCalendarDate, type PatientTraits } from '@concertation/shared/domain';
import type { Executor } from '../database/index.ts';
import { toBanner } from './to-banner.ts';

/** The same four traits, or one slip away. */
export type NearPatient = { nearness: 'same' | 'near'; patient: PatientBanner };

/** Share of common trigrams from which two full names are taken for one mistyped: two letters apart in a short name. */
const likeness = 0.45;
const listed = 100;

const full = (name: unknown, givenName: unknown) => sql`${name} || ' ' || ${givenName}`;
const { birthName, birthGivenName, birthDate, sex } = patients;
const usedName = sql`coalesce(${patients.usedName}, ${birthName})`;
const usedGivenName = sql`coalesce(${patients.usedGivenName}, ${birthGivenName})`;
/** Each way a person may be called: a married name typed as the birth name, a given name of every day. */
const callings = [
  full(birthName, birthGivenName),
  full(birthName, usedGivenName),
  full(usedName, birthGivenName),
  full(usedName, usedGivenName),
];

/** The same day with its day and month exchanged; null when that is no other day. */
function exchanged(date: string): string | null {
  const [year = '', month = '', day = ''] = date.split('-');
  const other = `${year}-${day}-${month}`;
  return other !== date && isCalendarDate(other) ? other : null;
}

/**
 * Patients who may be the one whose traits were typed, whoever reads them, nearest first, at most 100, in one query by
 * birth date: the same four traits; a mistyped, exchanged or every-day name; day and month exchanged. Trigrams do not
 * look at the order of words, so names typed in each other's place count as alike. Source: domain.md 4.3.
 */
export async function nearPatients(executor: Executor, traits: PatientTraits): Promise<NearPatient[]> {
  const typed = full(sql`${traits.birthName}::text`, sql`${traits.birthGivenName}::text`);
  const alike = sql<number>`greatest(${sql.join(
    callings.map((calling) => sql`similarity(${calling}, ${typed})`),
    sql`, `,
  )})`;
  const other = exchanged(traits.birthDate);
  const sameNames = or(
    and(eq(birthName, traits.birthName), eq(birthGivenName, traits.birthGivenName)),
    and(eq(birthName, traits.birthGivenName), eq(birthGivenName, traits.birthName)),
  );
  const rows = await executor
    .select({ patient: patients, alike })
    .from(patients)
    .where(
      and(
        inArray(birthDate, other ? [traits.birthDate, other] : [traits.birthDate]),
        or(and(eq(birthDate, traits.birthDate), sql`${alike} >= ${likeness}`), other ? sameNames : undefined),
      ),
    )
    .orderBy(
      desc(
        sql`${birthDate} = ${traits.birthDate} and ${birthName} = ${traits.birthName} and ${birthGivenName} = ${traits.birthGivenName} and ${sex} = ${traits.sex}`,
      ),
      desc(alike),
      patients.id,
    )
    .limit(listed);
  return rows.map(({ patient }) => {
    const names = ['birthName', 'birthGivenName', 'birthDate', 'sex'] as const;
    const same = names.every((name) => patient[name] === traits[name]);
    return { nearness: same ? 'same' : 'near', patient: toBanner(patient) };
  });
}
