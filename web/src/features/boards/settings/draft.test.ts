import { boardSettings } from '@concertation/shared/contracts';
import { oncologyQuorum } from '@concertation/shared/domain';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyDraft, readSettings, type SettingsDraft, toDraft } from './draft.ts';
import { changedParts, rebase } from './rebase.ts';

const organisation = { organisationId: '0198c0de-0000-7000-8000-000000000001', name: 'CHU' };
const ready: SettingsDraft = { ...emptyDraft, name: 'Staff', kind: 'staff', organisations: [organisation] };
const wrongIn = (part: Partial<SettingsDraft>) => {
  const read = readSettings({ ...ready, ...part });
  return 'wrong' in read ? read.wrong : [];
};

// SC-100
test('a name, a kind and an organisation are enough; without them each is named', () => {
  assert.equal(wrongIn({}), []);
  const read = readSettings(emptyDraft);
  assert.equal('wrong' in read && read.wrong.toSorted(), ['kind', 'name', 'organisationIds']);
});

test('what a board has decided comes back as it was through its form', () => {
  const settings = boardSettings.parse({
    name: 'RCP',
    kind: 'rcp_oncologie',
    organisationIds: [organisation.organisationId],
    capacity: 12,
    closingHours: 0,
    quorum: oncologyQuorum,
    labels: [{ key: 'urgence', name: 'Urgence', urgent: true }],
    questionnaire: [
      { type: 'choice', key: 'choice', label: 'Choix', mandatory: true, choices: ['Un', 'Deux'] },
      { type: 'number', key: 'number', label: 'Dose', mandatory: false, unit: 'mg' },
      { type: 'document', key: 'file', label: 'Scanner', mandatory: false },
    ],
  });
  assert.equal(readSettings(toDraft(settings, [organisation])), { settings });
});

test('numbers are whole, choices stand one on a line and are two at least', () => {
  assert.equal(wrongIn({ capacity: 'douze', closingHours: '', minutesPerCase: '2,5' }), [
    'capacity',
    'closingHours',
    'minutesPerCase',
  ]);
  assert.equal(wrongIn({ capacity: '' }), []);
  const question = { key: 'choice', type: 'choice', label: 'Choix', mandatory: false, unit: '' } as const;
  assert.equal(wrongIn({ questionnaire: [{ ...question, choices: 'Un seul\n\n' }] }), ['questionnaire.0.choices']);
  assert.equal(wrongIn({ questionnaire: [{ ...question, choices: 'Un\n  Deux ' }] }), []);
});

test('what I typed is kept over what somebody else saved; where both changed the same, it is said', () => {
  const mine = { ...ready, name: 'Mon nom', place: 'Lyon' };
  const theirs = { ...ready, name: 'Leur nom', field: 'Foie' };
  const { draft, both } = rebase(ready, mine, theirs);
  assert.equal([draft.name, draft.place, draft.field], ['Mon nom', 'Lyon', 'Foie']);
  assert.equal(both, ['name']);
  assert.equal(changedParts(theirs, draft), ['name', 'place']);
  assert.equal(rebase(ready, { ...ready, name: 'Même' }, { ...ready, name: 'Même' }).both, []);
});

test.run();
