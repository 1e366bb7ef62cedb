import type { CheckedFile } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { verdictOf } from './verdict.ts';

const file = (whole: boolean, copy: CheckedFile['copy']): CheckedFile => ({
  whole,
  copy,
  checks: [],
  report: null,
  signer: null,
  timestamp: null,
});
const copy = { signedHere: true, documentNumber: 'RCP-2026-000001', replacedBy: null };

// VER-6
test('one verdict, and never a good one for what is not whole', () => {
  assert.is(verdictOf(file(true, copy)), 'current');
  assert.is(verdictOf(file(true, { ...copy, replacedBy: 'RCP-2026-000002' })), 'replaced');
  assert.is(verdictOf(file(true, { ...copy, documentNumber: null })), 'document');
  assert.is(verdictOf(file(true, { ...copy, signedHere: false })), 'elsewhere');
  assert.is(verdictOf(file(false, copy)), 'altered');
  assert.is(verdictOf(file(true, null)), 'altered');
});

test.run();
