import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { missingItems, type Readiness } from './missing-items.ts';

const ready: Readiness = {
  filled: new Set(['diagnosis', 'history', 'question']),
  consent: { opposition: 'none' },
  board: { labels: [], labelsMandatory: false, questionnaire: [] },
  labels: [],
  answers: {},
  fileAnswers: new Set(),
  track: 'discussion',
  guideline: null,
};

// SC-66, SC-87
test('a sheet without diagnosis, history or question is not ready', () => {
  assert.equal(missingItems(ready), []);
  assert.equal(missingItems({ ...ready, filled: new Set(['summary', 'history', 'stage']) }), [
    { kind: 'section', section: 'diagnosis' },
    { kind: 'section', section: 'question' },
  ]);
});

// domain.md 6.1
test('nothing recorded about the patient’s information is missing, and so is an objection', () => {
  assert.equal(missingItems({ ...ready, consent: null }), [{ kind: 'consent' }]);
  assert.equal(missingItems({ ...ready, consent: { opposition: 'objected' } }), [{ kind: 'objection' }]);
});

// SC-72
test('a mandatory label must be one that the board still has', () => {
  const board = { ...ready.board, labels: [{ key: 'urgence', name: 'Urgence', urgent: true }], labelsMandatory: true };
  assert.equal(missingItems({ ...ready, board }), [{ kind: 'labels' }]);
  assert.equal(missingItems({ ...ready, board, labels: ['gone'] }), [{ kind: 'labels' }]);
  assert.equal(missingItems({ ...ready, board, labels: ['urgence'] }), []);
  assert.equal(missingItems({ ...ready, board: { ...board, labelsMandatory: false } }), []);
  assert.equal(missingItems({ ...ready, board: { ...board, labels: [] } }), [], 'nothing to choose from');
});

// SC-71, SC-73
test('mandatory questions want an answer, a choice of the list, a document', () => {
  const questionnaire: Readiness['board']['questionnaire'] = [
    { type: 'text', key: 'text1', label: 'Traitement', mandatory: true },
    { type: 'choice', key: 'choice1', label: 'Autonomie', mandatory: true, choices: ['Oui', 'Non'] },
    { type: 'document', key: 'file1', label: 'Scanner', mandatory: true },
    { type: 'date', key: 'date1', label: 'Date', mandatory: false },
  ];
  const board = { ...ready.board, questionnaire };
  const answer = (key: string, label: string) => ({ kind: 'answer', key, label });
  assert.equal(missingItems({ ...ready, board, answers: { text1: '  ', choice1: 'Peut-être', file1: 'x' } }), [
    answer('text1', 'Traitement'),
    answer('choice1', 'Autonomie'),
    answer('file1', 'Scanner'),
  ]);
  const answered = { answers: { text1: 'Aucun', choice1: 'Non' }, fileAnswers: new Set(['file1']) };
  assert.equal(missingItems({ ...ready, board, ...answered }), []);
});

// domain.md 1.1
test('an « enregistrement » names its référentiel', () => {
  assert.equal(missingItems({ ...ready, track: 'registration' }), [{ kind: 'guideline' }]);
  const guideline = { name: 'TNCD', version: '2025', date: '2025-01-01' };
  assert.equal(missingItems({ ...ready, track: 'registration', guideline }), []);
});

test.run();
