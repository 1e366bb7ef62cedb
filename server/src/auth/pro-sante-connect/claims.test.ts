import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isSameName, readClaims } from './claims.ts';

const told = {
  sub: 'f:550dc1c8:899700427885',
  preferred_username: '899700427885',
  SubjectNameID: '899700427885',
  given_name: 'KIT',
  family_name: 'DOC0042788',
  otherIds: [{ identifiant: '899700427885', origine: 'RPPS', qualite: 1 }],
};

// PA-12
test('the RPPS number is in the national identifier, with its prefix or without among the others', () => {
  const expected = { subjectNameId: '899700427885', rpps: '99700427885', givenName: 'KIT', familyName: 'DOC0042788' };
  assert.equal(readClaims(told), expected);
  assert.equal(readClaims({ ...told, otherIds: [{ identifiant: '99700427885', origine: 'RPPS' }] }), expected);
  assert.equal(readClaims({ ...told, otherIds: undefined, preferred_username: undefined }), expected);
});

test('who has no RPPS number keeps the identifier they have', () => {
  const other = { ...told, SubjectNameID: 'ANS20231122132732', preferred_username: 'ANS20231122132732' };
  const ids = [{ identifiant: 'ANS20231122132732', origine: 'EDIT' }];
  assert.is(readClaims({ ...other, otherIds: ids }).rpps, null);
});

test('an answer that names two people, or nobody, is refused', () => {
  assert.throws(() => readClaims({ ...told, preferred_username: '899700427893' }));
  assert.throws(() => readClaims({ ...told, otherIds: [{ identifiant: '899700427893', origine: 'RPPS' }] }));
  for (const missing of ['SubjectNameID', 'given_name', 'family_name'])
    assert.throws(() => readClaims({ ...told, [missing]: undefined }), undefined, missing);
  assert.throws(() => readClaims({ ...told, SubjectNameID: "8' or '1'='1" }));
});

test('names are compared as they are read', () => {
  assert.ok(isSameName('Le Goff-Évrard', 'LE GOFF EVRARD'));
  assert.not(isSameName('Durand', 'Durant'));
});

test.run();
