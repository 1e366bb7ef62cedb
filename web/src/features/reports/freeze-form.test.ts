import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkFreeze, firstProblem, freezeRequest } from './freeze-form.ts';

const form = { birthName: 'Le Goff', birthDate: '12/03/1956', derogation: '' };

test('both identifiers are asked, and nothing else when nothing is missing', () => {
  assert.equal(checkFreeze(form, false), {});
  assert.equal(checkFreeze({ ...form, birthName: ' ', birthDate: '' }, false), {
    birthName: 'required',
    birthDate: 'required',
  });
});

test('a date that does not exist is not sent', () => {
  assert.equal(checkFreeze({ ...form, birthDate: '31/02/1956' }, false), { birthDate: 'dateInvalid' });
  assert.is(freezeRequest({ ...form, birthDate: '31/02/1956' }, false), null);
});

test('gaps ask for a reason', () => {
  assert.equal(checkFreeze({ ...form, derogation: '  ' }, true), { derogation: 'derogationRequired' });
  assert.equal(checkFreeze({ ...form, derogation: 'Urgence' }, true), {});
});

test('the request carries the calendar date, and a reason only when there are gaps', () => {
  const check = { by: 'identity', birthName: 'Le Goff', birthDate: '1956-03-12' };
  assert.equal(freezeRequest(form, false), { check, derogation: null });
  assert.equal(freezeRequest({ ...form, derogation: ' Urgence ' }, true), { check, derogation: 'Urgence' });
  assert.is(freezeRequest({ ...form, derogation: 'left from before' }, false)?.derogation, null);
});

test('the cursor goes to the first field to correct', () => {
  assert.is(firstProblem({ birthDate: 'required', derogation: 'derogationRequired' }), 'derogation');
  assert.is(firstProblem({}), null);
});

test.run();
