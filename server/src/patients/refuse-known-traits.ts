import { and, eq, ne, sql } from 'drizzle-orm';
import { patients } from '@concertation/schema';
import type { PatientTraits } from '@concertation/shared/domain';
import type { Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

const traitsLock = 720_179;

/**
 * Throws `patient_exists` when another patient has the same four traits, and says nothing more of them. Until the
 * transaction ends, nobody else can pass with these traits: of two people who create one patient at the same moment,
 * the second sees the first. With `homonym`, the caller answers for it that this is another person.
 */
export async function refuseKnownTraits(
  tx: Transaction,
  traits: PatientTraits,
  { homonym, except }: { homonym: boolean; except?: string },
): Promise<void> {
  const key = [traits.birthName, traits.birthGivenName, traits.birthDate, traits.sex].join('|');
  await tx.execute(sql`select pg_advisory_xact_lock(${traitsLock}, hashtext(${key}))`);
  if (homonym) return;
  const [known] = await tx
    .select({ id: patients.id })
    .from(patients)
    .where(
      and(
        eq(patients.birthDate, traits.birthDate),
        eq(patients.birthName, traits.birthName),
        eq(patients.birthGivenName, traits.birthGivenName),
        eq(patients.sex, traits.sex),
        except ? ne(patients.id, except) : undefined,
      ),
    )
    .limit(1);
  if (known) throw new AppError('patient_exists');
}
