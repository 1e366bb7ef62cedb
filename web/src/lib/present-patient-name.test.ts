import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { presentPatientName, presentUsedName } from './present-patient-name.ts';

test('the family name stays in capitals, the given name does not', () => {
  assert.is(presentPatientName({ birthName: 'LE GOFF', birthGivenName: 'ANNE-MARIE' }), 'LE GOFF Anne-Marie');
  assert.is(presentPatientName({ birthName: "D'ORMESSON", birthGivenName: "N'DEYE" }), "D'ORMESSON N'Deye");
});

test('a used name is shown only when there is one', () => {
  const patient = { birthName: 'MARTIN', birthGivenName: 'JEANNE', usedName: null, usedGivenName: null };
  assert.is(presentUsedName(patient), null);
  assert.is(presentUsedName({ ...patient, usedName: 'DUPONT' }), 'DUPONT Jeanne');
  assert.is(presentUsedName({ ...patient, usedGivenName: 'ANNE' }), 'MARTIN Anne');
});

test.run();
