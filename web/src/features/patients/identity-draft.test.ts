import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { draftOf, emptyIdentity, type IdentityDraft, readIdentity } from './identity-draft.ts';

const draft: IdentityDraft = {
  ...emptyIdentity,
  birthName: 'Lefèvre',
  birthGivenName: 'Anne-Marie',
  birthDate: '12/03/1956',
  sex: 'F',
};
const stored = {
  birthName: 'LEFEVRE',
  birthGivenName: 'ANNE-MARIE',
  birthDate: '1956-03-12',
  sex: 'F' as const,
  usedName: null,
  usedGivenName: null,
};

// SC-66
test('the four traits are stored as identity rules write them', () => {
  assert.equal(readIdentity(draft), { identity: stored });
});

// SC-66
test('each missing trait is named, in the order of the form', () => {
  assert.equal(readIdentity(emptyIdentity), { wrong: ['birthName', 'birthGivenName', 'birthDate', 'sex'] });
});

test('a day that does not exist, a future one and digits in a name are refused', () => {
  assert.equal(readIdentity({ ...draft, birthDate: '31/02/1956' }), { wrong: ['birthDate'] });
  assert.equal(readIdentity({ ...draft, birthDate: '01/01/2999' }), { wrong: ['birthDate'] });
  assert.equal(readIdentity({ ...draft, birthName: 'Martin 2' }), { wrong: ['birthName'] });
});

test('a used name counts only when it differs', () => {
  assert.equal(readIdentity({ ...draft, differs: true, usedName: 'Dupond' }), {
    identity: { ...stored, usedName: 'DUPOND' },
  });
  assert.equal(readIdentity({ ...draft, differs: true, usedName: 'lefevre' }), { identity: stored });
  assert.equal(readIdentity({ ...draft, differs: true }), { wrong: ['usedName'] });
  assert.equal(readIdentity({ ...draft, differs: false, usedName: '###' }), { identity: stored });
});

test('an identity opened for correction and left alone reads back the same', () => {
  const used = { ...stored, usedName: 'DUPOND' };
  assert.equal(readIdentity(draftOf(used)), { identity: used });
});

test.run();
