import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { addressOf } from './address-of.ts';

test('parameters are escaped and the query is written once', () => {
  assert.is(
    addressOf({ path: '/api/cases/:caseId/grants/:grantId' }, { caseId: 'a/b', grantId: 'c d' }, undefined),
    '/api/cases/a%2Fb/grants/c%20d',
  );
  assert.is(addressOf({ path: '/api/people' }, undefined, { search: 'Lé & co' }), '/api/people?search=L%C3%A9+%26+co');
});

test('an absent query value asks nothing', () => {
  assert.is(addressOf({ path: '/api/cases' }, undefined, { search: '' }), '/api/cases');
  assert.is(addressOf({ path: '/api/cases' }, undefined, { search: undefined }), '/api/cases');
});

test('an address never goes out with a hole in it', () => {
  assert.throws(() => addressOf({ path: '/api/cases/:caseId' }, {}, undefined), 'caseId');
  assert.throws(() => addressOf({ path: '/api/cases/:caseId' }, { caseId: '' }, undefined), 'caseId');
});

test.run();
