import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { passkeyProblem } from './passkey-problem.ts';

const named = (name: string) => Object.assign(new Error('browser words'), { name });

test('a person who closes the dialog is not shown a failure of the product', () => {
  assert.is(passkeyProblem(named('NotAllowedError')), 'cancelled');
  assert.is(passkeyProblem(named('AbortError')), 'cancelled');
});

test('each cause has its own sentence', () => {
  assert.is(passkeyProblem(named('InvalidStateError')), 'known');
  assert.is(passkeyProblem(named('SecurityError')), 'address');
  assert.is(passkeyProblem(named('NotSupportedError')), 'unsupported');
  assert.is(passkeyProblem(named('UnknownError')), 'failed');
});

test('a refusal of the server keeps its own sentence', () => {
  assert.is(passkeyProblem(named('ApiError')), null);
});

test.run();
