import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { PatientBanner } from '@concertation/shared/contracts';
import { AppError } from '../../lib/index.ts';
import { checkIdentity } from './check-identity.ts';

const patient: PatientBanner = {
  patientId: '01890000-0000-7000-8000-000000000000',
  birthName: "L'HERMITE-LOEUVRE",
  birthGivenName: 'ELOISE',
  usedName: 'MARTIN',
  usedGivenName: null,
  birthDate: '1957-03-14',
  sex: 'F',
  identityStatus: 'PROV',
  revision: 1,
};

// FRZ-1
test('birth name and birth date, whatever the accents, case and apostrophe', () => {
  for (const birthName of ["L'HERMITE-LOEUVRE", 'l’hermite-lœuvre', "  L'Hermite-Lœuvre "])
    checkIdentity(patient, { birthName, birthDate: '1957-03-14' });
});

test('anything else is another patient', () => {
  const others = [
    { birthName: 'MARTIN', birthDate: '1957-03-14' },
    { birthName: 'LHERMITE LOEUVRE', birthDate: '1957-03-14' },
    { birthName: "L'HERMITE-LOEUVRE", birthDate: '1957-03-13' },
    { birthName: "L'HERMITE-LOEUVRE", birthDate: '14/03/1957' },
    { birthName: '', birthDate: '' },
  ];
  for (const other of others)
    assert.throws(
      () => checkIdentity(patient, other),
      (error: unknown) => error instanceof AppError && error.code === 'identity_mismatch',
    );
});

test.run();
