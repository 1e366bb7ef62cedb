import type { FreezeCheck, PatientBanner } from '@concertation/shared/contracts';
import { normaliseIdentityName } from '@concertation/shared/domain';
import { AppError } from '../../lib/index.ts';

/** The two identifiers that who freezes types again. */
type TypedIdentity = Omit<Extract<FreezeCheck, { by: 'identity' }>, 'by'>;

/** Throws `identity_mismatch` unless both identifiers are the patient's. Accents and case do not matter. Rule FRZ-1. */
export function checkIdentity(patient: PatientBanner, { birthName, birthDate }: TypedIdentity): void {
  const same = normaliseIdentityName(birthName) === patient.birthName && birthDate === patient.birthDate;
  if (!same) throw new AppError('identity_mismatch');
}
