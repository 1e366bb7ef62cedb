import { eq } from 'drizzle-orm';
import { patients } from '@concertation/schema';
import type { PatientBanner } from '@concertation/shared/contracts';
import type { PatientIdentity, PatientTraits } from '@concertation/shared/domain';
import type { Transaction } from '../database/index.ts';
import { AppError } from '../lib/index.ts';
import { refuseKnownTraits } from './refuse-known-traits.ts';
import { toBanner } from './to-banner.ts';

const traitNames = ['birthName', 'birthGivenName', 'birthDate', 'sex'] as const satisfies (keyof PatientTraits)[];

/**
 * Corrects an identity that was read at `revision`; `stale` when somebody corrected it since. A change of a strict
 * trait brings the status back to provisional (domain.md 4.3) and is refused like a creation when another patient has
 * the new traits. The caller audits and tells the screens.
 */
export async function correctPatient(
  tx: Transaction,
  patientId: string,
  { identity, revision, homonym }: { identity: PatientIdentity; revision: number; homonym: boolean },
): Promise<PatientBanner> {
  const [before] = await tx.select().from(patients).where(eq(patients.id, patientId)).for('update');
  if (!before) throw new AppError('not_found');
  if (before.revision !== revision) throw new AppError('stale');
  const traitsChange = traitNames.some((name) => before[name] !== identity[name]);
  if (traitsChange) await refuseKnownTraits(tx, identity, { homonym, except: patientId });
  const { birthName, birthGivenName, birthDate, sex, usedName, usedGivenName } = identity;
  const [row] = await tx
    .update(patients)
    .set({
      birthName,
      birthGivenName,
      birthDate,
      sex,
      usedName,
      usedGivenName,
      revision: revision + 1,
      ...(traitsChange ? { identityStatus: 'PROV' } : {}),
    })
    .where(eq(patients.id, patientId))
    .returning();
  return toBanner(row as typeof patients.$inferSelect);
}
