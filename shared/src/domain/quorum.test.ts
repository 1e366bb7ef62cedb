import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { evaluateQuorum, oncologyQuorum, type Present } from './quorum.ts';

const person = (accountId: string, specialty: string, authenticated = true): Present => ({
  accountId,
  name: `Dr ${accountId}`,
  specialty,
  authenticated,
});
const three = [
  person('surgeon', 'Chirurgie digestive'),
  person('oncologist', 'Oncologie médicale'),
  person('radiotherapist', 'Oncologie radiothérapie'),
];

// SC-84; domain.md 1.3.
test('a surgeon, an oncologist and a radiotherapist make the quorum of an oncology meeting', () => {
  assert.equal(evaluateQuorum(oncologyQuorum, three, ['oncologist']), { met: true, missing: [], typed: 0 });
});

test('three physicians without the surgeon do not', () => {
  const present = [...three.slice(1), person('radiologist', 'Radiologie')];
  assert.equal(evaluateQuorum(oncologyQuorum, present, null).missing, [
    { kind: 'rule', anyOf: ['Chirurgie'], count: 1 },
  ]);
});

test('the same person twice, and two of one specialty, count once', () => {
  const present = [
    person('a', 'Oncologie médicale'),
    person('a', 'Oncologie médicale'),
    person('b', 'oncologie medicale'),
  ];
  assert.equal(evaluateQuorum({ specialties: 2, rules: [] }, present, null).missing, [
    { kind: 'specialties', count: 1 },
  ]);
});

test('a secretary, a pharmacist and a nurse are no physicians', () => {
  const present = [person('s', 'Secrétariat médical'), person('p', 'Pharmacie'), person('n', 'Soins infirmiers')];
  assert.equal(evaluateQuorum({ specialties: 1, rules: [] }, present, null).met, false);
});

test('nobody in charge of the patient is a lack', () => {
  assert.equal(evaluateQuorum(oncologyQuorum, three, ['somebody else']).missing, [{ kind: 'treating' }]);
});

test('who was only typed by the secretary counts, and is counted apart', () => {
  const present = [...three.slice(0, 2), person('radiotherapist', 'Radiothérapie', false)];
  assert.equal(evaluateQuorum(oncologyQuorum, present, null), { met: true, missing: [], typed: 1 });
});

test.run();
