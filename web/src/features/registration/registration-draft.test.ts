import * as assert from 'uvu/assert';
import { test } from 'uvu';
import {
  emptyDraft,
  fillFromDirectory,
  type Professional,
  readDraft,
  type RegistrationDraft,
  registrationFields,
} from './registration-draft.ts';

const draft: RegistrationDraft = {
  title: 'Dr',
  givenName: 'Élodie',
  familyName: 'Arnaud',
  email: 'Elodie.Arnaud@hopital.fr',
  phone: '06 12 34 56 78',
  specialty: 'Pneumologie',
  profession: 'Médecin',
  rpps: '',
  workplace: '',
  means: 'passkey',
  accepted: true,
};

const found: Professional = {
  nationalId: '899700000001',
  rpps: '99700000001',
  title: 'Dr',
  familyName: 'LE GOFF-DUPONT',
  givenName: 'Anne-Élise',
  profession: 'Médecin',
  specialties: ['Pneumologie'],
  towns: ['Ville-Exemple'],
  structures: ['CH de Ville-Exemple'],
  active: true,
  source: 'extraction',
};

// SC-15
test('every field that is asked for and empty is named, in the order of the form', () => {
  const read = readDraft({ ...emptyDraft, means: 'password' }, 'court');
  assert.equal(
    'wrong' in read && read.wrong,
    registrationFields.filter((field) => field !== 'rpps' && field !== 'workplace'),
  );
});

// SC-11, SC-14
test('without an RPPS number one registers all the same; the telephone is read as it is dialled', () => {
  const read = readDraft(draft, '');
  assert.ok('registration' in read);
  if (!('registration' in read)) return;
  assert.is(read.registration.rpps, null);
  assert.is(read.registration.password, null);
  assert.is(read.registration.phone, '+33612345678');
  assert.is(read.registration.email, 'elodie.arnaud@hopital.fr');
});

test('a number that is not an RPPS number, and a short password, are refused', () => {
  const read = readDraft({ ...draft, rpps: '10000000001', means: 'password' }, 'onze-lettre');
  assert.equal(read, { wrong: ['rpps', 'password'] });
});

// SC-13
test('the directory fills what it knows, names as they are written by hand, and leaves the rest', () => {
  const filled = fillFromDirectory({ ...draft, phone: '0612345678' }, found);
  assert.is(filled.familyName, 'Le Goff-Dupont');
  assert.is(filled.givenName, 'Anne-Élise');
  assert.is(filled.rpps, '99700000001');
  assert.is(filled.workplace, 'CH de Ville-Exemple, Ville-Exemple');
  assert.is(filled.phone, '0612345678');
  assert.is(fillFromDirectory(draft, { ...found, title: '' }).title, 'Dr');
  assert.is(fillFromDirectory(draft, { ...found, specialties: [] }).specialty, 'Médecin');
});

test.run();
