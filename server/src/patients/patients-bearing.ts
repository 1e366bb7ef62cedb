import { and, eq } from 'drizzle-orm';
import { patients } from '@concertation/schema';
import type { PatientTraits } from '@concertation/shared/domain';
import type { Executor } from '../database/index.ts';

/** The ids of the patients who bear exactly these four traits, whoever reads them: a name one letter away is another one. */
export async function patientsBearing(executor: Executor, traits: PatientTraits): Promise<string[]> {
  const { birthName, birthGivenName, birthDate, sex } = patients;
  const rows = await executor
    .select({ id: patients.id })
    .from(patients)
    .where(
      and(
        eq(birthDate, traits.birthDate),
        eq(birthName, traits.birthName),
        eq(birthGivenName, traits.birthGivenName),
        eq(sex, traits.sex),
      ),
    );
  return rows.map(({ id }) => id);
}
