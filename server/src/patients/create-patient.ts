import { patients } from '@concertation/schema';
import type { PatientBanner } from '@concertation/shared/contracts';
import type { PatientIdentity } from '@concertation/shared/domain';
import type { Transaction } from '../database/index.ts';
import { newId } from '../lib/index.ts';
import { refuseKnownTraits } from './refuse-known-traits.ts';
import { toBanner } from './to-banner.ts';

/**
 * Creates a patient, with a provisional identity: only the national service can make it better. `identity` is already
 * normalised (`patientIdentity` of shared/domain). Throws `patient_exists` unless `homonym`. The caller audits.
 */
export async function createPatient(
  tx: Transaction,
  { identity, homonym, createdBy }: { identity: PatientIdentity; homonym: boolean; createdBy: string },
): Promise<PatientBanner> {
  await refuseKnownTraits(tx, identity, { homonym });
  const { birthName, birthGivenName, birthDate, sex, usedName, usedGivenName } = identity;
  const [row] = await tx
    .insert(patients)
    .values({
      id: newId(),
      birthName,
      birthGivenName,
      birthDate,
      sex,
      usedName,
      usedGivenName,
      identityStatus: 'PROV',
      revision: 1,
      createdBy,
      createdAt: new Date(),
    })
    .returning();
  return toBanner(row as typeof patients.$inferSelect);
}
