import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { type SignUpDraft, wrongSignUpFields } from './sign-up-draft.ts';

const draft: SignUpDraft = {
  title: 'Dr',
  givenName: 'Hélène',
  familyName: 'Morel',
  specialty: 'Oncologie',
  email: 'helene.morel@hopital.fr',
  passkeyName: 'Bureau',
};

test('a whole form passes', () => {
  assert.equal(wrongSignUpFields(draft), []);
});

test('every empty field is named, in the order of the form', () => {
  const empty: SignUpDraft = {
    title: null,
    givenName: ' ',
    familyName: '',
    specialty: '',
    email: '',
    passkeyName: '  ',
  };
  assert.equal(wrongSignUpFields(empty), ['title', 'givenName', 'familyName', 'specialty', 'email', 'passkeyName']);
});

test('an address that is no address, and a name that is too long, are refused', () => {
  assert.equal(wrongSignUpFields({ ...draft, email: 'helene.morel@' }), ['email']);
  assert.equal(wrongSignUpFields({ ...draft, passkeyName: 'a'.repeat(61) }), ['passkeyName']);
});

test.run();
