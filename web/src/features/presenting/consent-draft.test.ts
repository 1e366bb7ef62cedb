import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ConsentForm, consentForm, readConsentForm } from './consent-draft.ts';

const empty = consentForm(null, 'Dr Anne Le Goff', new Date(2026, 0, 9));
const filled: ConsentForm = { ...empty, means: 'oral', opposition: 'none', sharing: true };
const today = '2026-01-09';

test('nobody answers for the patient: means and opposition start unanswered', () => {
  assert.is(empty.informedOn, '09/01/2026');
  assert.equal(readConsentForm(empty, today), { wrong: ['means', 'opposition'] });
});

test('a filled form is read; who objects agrees to no sharing', () => {
  const consent = {
    informedOn: today,
    informedBy: 'Dr Anne Le Goff',
    means: 'oral',
    opposition: 'none',
    sharing: true,
  };
  assert.equal(readConsentForm(filled, today), { consent });
  assert.equal(readConsentForm({ ...filled, opposition: 'objected' }, today), {
    consent: { ...consent, opposition: 'objected', sharing: false },
  });
});

test('a day to come, no day or nobody is shown as wrong', () => {
  assert.equal(readConsentForm({ ...filled, informedOn: '10/01/2026' }, today), { wrong: ['informedOn'] });
  assert.equal(readConsentForm({ ...filled, informedOn: '31/02/2026', informedBy: ' ' }, today), {
    wrong: ['informedOn', 'informedBy'],
  });
});

test('the form opens on what was recorded', () => {
  const recorded = {
    informedOn: '2025-12-01',
    informedBy: 'Dr Brun',
    means: 'written',
    opposition: 'none',
    sharing: false,
  } as const;
  const form = consentForm({ ...recorded, recordedBy: 'x', recordedAt: '2025-12-01T10:00:00.000Z' }, 'moi', new Date());
  assert.equal(readConsentForm(form, today), { consent: recorded });
});

test.run();
