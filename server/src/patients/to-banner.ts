import type { patients } from '@concertation/schema';
import type { PatientBanner } from '@concertation/shared/contracts';
import type { Sex } from '@concertation/shared/domain';

/** A row as every screen and document shows it. */
export function toBanner(row: typeof patients.$inferSelect): PatientBanner {
  return {
    patientId: row.id,
    birthName: row.birthName,
    birthGivenName: row.birthGivenName,
    usedName: row.usedName,
    usedGivenName: row.usedGivenName,
    birthDate: row.birthDate,
    sex: row.sex as Sex,
    identityStatus: row.identityStatus as PatientBanner['identityStatus'],
    revision: row.revision,
  };
}
