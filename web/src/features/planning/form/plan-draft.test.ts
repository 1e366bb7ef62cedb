import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type PlanDraft, readDraft, readTime, ruleOf } from './plan-draft.ts';

const draft: PlanDraft = {
  date: '26/11/2026',
  time: '18:00',
  duration: '90',
  repeat: 'once',
  end: 'count',
  count: '10',
  until: '',
  fictitious: false,
  video: { mode: 'link', details: ' https://visio.exemple.fr/12 ' },
};
const plan = (more: Partial<PlanDraft> = {}) => readDraft({ ...draft, ...more }).plan;
const problems = (more: Partial<PlanDraft>) => readDraft({ ...draft, ...more }).problems;

test('one date', () => {
  assert.equal(plan(), {
    startsAt: '2026-11-26T18:00',
    durationMinutes: 90,
    rule: null,
    fictitious: false,
    video: { mode: 'link', details: 'https://visio.exemple.fr/12' },
  });
});

test('an hour is read as people type it', () => {
  for (const typed of ['18:00', '18h00', '18 h', '18H', '1800', ' 18.00 ']) assert.is(readTime(typed), '18:00', typed);
  assert.is(readTime('8h05'), '08:05');
  for (const typed of ['', '24:00', '18:60', 'midi', '18', '18:0', '6:00 PM']) assert.is(readTime(typed), null, typed);
});

test('each repetition has its rule', () => {
  assert.is(plan({ repeat: 'weekly' })?.rule, 'FREQ=WEEKLY;COUNT=10');
  assert.is(
    plan({ repeat: 'fortnightly', end: 'until', until: '24/12/2026' })?.rule,
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=20261224',
  );
  assert.is(plan({ repeat: 'monthly', count: '3' })?.rule, 'FREQ=MONTHLY;BYDAY=4TH;COUNT=3');
  assert.is(ruleOf('monthly', '2026-10-29', { count: 2 }), 'FREQ=MONTHLY;BYDAY=-1TH;COUNT=2');
  assert.is(ruleOf('monthly', '2026-11-01', { count: 2 }), 'FREQ=MONTHLY;BYDAY=1SU;COUNT=2');
});

test('what is wrong is named by field', () => {
  assert.equal(problems({ date: '31/02/2026', time: '', duration: '0' }), {
    date: 'date',
    time: 'time',
    duration: 'duration',
  });
  assert.equal(problems({ repeat: 'weekly', count: '1' }), { count: 'count' });
  assert.equal(problems({ repeat: 'weekly', count: '105' }), { count: 'count' });
  assert.equal(problems({ repeat: 'weekly', end: 'until', until: '01/01/2020' }), { until: 'untilEarly' });
  assert.equal(problems({ repeat: 'weekly', end: 'until', until: '' }), { until: 'until' });
  assert.equal(problems({ video: { mode: 'audio', details: '  ' } }), { details: 'details' });
});

test('what a hidden field holds is neither wrong nor sent', () => {
  assert.is(plan({ count: 'x', until: 'x' })?.rule, null);
  assert.equal(plan({ video: { mode: 'none', details: 'code 42' } })?.video, { mode: 'none', details: '' });
});

test.run();
