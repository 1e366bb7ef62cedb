import { closeCodes, refusalReasons } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closingOf } from './closing.ts';

// SYNC-14, SYNC-22
test('every reason of the wire is followed by what it calls for', () => {
  const expected: Record<(typeof refusalReasons)[number] | keyof typeof closeCodes, string> = {
    session_ended: 'sign_out',
    signed_out: 'sign_out',
    access_withdrawn: 'withdraw',
    not_found: 'withdraw',
    report_sealed: 'start_afresh',
    update_refused: 'start_afresh',
    too_large: 'start_afresh',
    too_many: 'retry',
    storage_unavailable: 'retry',
    server_stopping: 'retry',
    screen_locked: 'retry',
  };
  for (const [reason, closing] of Object.entries(expected)) assert.is(closingOf(reason), closing, reason);
  assert.equal(new Set(Object.keys(expected)), new Set([...Object.keys(closeCodes), ...refusalReasons]));
  assert.is(closingOf('anything else'), 'retry');
});

test.run();
