import { services } from '@concertation/shared/domain';
import * as assert from 'uvu/assert';
import { test } from 'uvu';
import {
  emptyDraft,
  fillFromDirectory,
  type Professional,
  readDraft,
  type RegistrationDraft,
  registrationFields,
  stepOf,
} from './registration-draft.ts';

const draft: RegistrationDraft = {
  capacity: 'unnumbered',
  title: 'Dr',
  givenName: 'Élodie',
  familyName: 'Arnaud',
  email: 'Elodie.Arnaud@hopital.fr',
  phone: '06 12 34 56 78',
  specialty: 'Pneumologie',
  profession: 'Médecin',
  rpps: '',
  workplace: '',
  services: ['patients', 'staff'],
  addressReaders: 'nobody',
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
    registrationFields.filter((field) => !['rpps', 'workplace', 'services', 'addressReaders'].includes(field)),
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
  const typed = { ...draft, capacity: 'numbered', rpps: '10000000001', means: 'password' } as const;
  assert.equal(readDraft(typed, 'onze-lettre'), { wrong: ['rpps', 'password'] });
});

// PA-19
test('« Je m’inscris en tant que » decides whether a number is asked, and whether one is sent', () => {
  assert.equal(readDraft({ ...draft, capacity: null }, ''), { wrong: ['capacity'] });
  assert.equal(readDraft({ ...draft, capacity: 'numbered' }, ''), { wrong: ['rpps'] });
  for (const capacity of ['unnumbered', 'other'] as const) {
    const read = readDraft({ ...draft, capacity, rpps: '99700000001' }, '');
    assert.is('registration' in read && read.registration.rpps, null);
  }
  assert.is(fillFromDirectory({ ...draft, capacity: 'other' }, found).capacity, 'numbered');
  assert.is(fillFromDirectory(draft, { ...found, rpps: null }).capacity, 'unnumbered');
});

// PA-18, PA-19
test('the services and the confidentiality go with the rest; without a service one does not go on', () => {
  const read = readDraft(draft, '');
  assert.equal('registration' in read && [read.registration.services, read.registration.addressReaders], [
    ['patients', 'staff'],
    'nobody',
  ]);
  assert.equal(readDraft({ ...draft, services: [] }, ''), { wrong: ['services'] });
  assert.equal(emptyDraft.services, services, 'all of them to begin with');
});

test('each field belongs to one step, in the order of the form', () => {
  assert.is(new Set(registrationFields).size, registrationFields.length);
  assert.equal((['capacity', 'rpps', 'services', 'email', 'password'] as const).map(stepOf), [
    'you',
    'you',
    'contact',
    'contact',
    'opening',
  ]);
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
