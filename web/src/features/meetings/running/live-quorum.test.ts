import type { AttendanceLine } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { liveQuorum } from './live-quorum.ts';

const here = (accountId: string | null, specialty: string, leftAt: string | null = null): AttendanceLine => ({
  attendanceId: `${accountId ?? specialty}`,
  accountId,
  name: `${accountId ?? specialty}`,
  specialty,
  source: accountId ? 'connection' : 'secretary',
  arrivedAt: '2026-11-26T17:00:00.000Z',
  leftAt,
});
const meeting = {
  quorumRules: { specialties: 2, rules: [] },
  state: 'running' as const,
  attendance: [
    here('a', 'Chirurgie digestive'),
    here(null, 'Radiologie'),
    here('b', 'Oncologie médicale', '2026-11-26T17:20:00.000Z'),
  ],
};
const line = { track: 'discussion' as const, treatingIds: ['b'] };

// SC-84
test('those there now count, and one in charge of the patient must be among them', () => {
  assert.equal(liveQuorum(meeting, null), { met: true, missing: [], typed: 1 });
  assert.equal(liveQuorum(meeting, line)?.missing, [{ kind: 'treating' }]);
  assert.is(liveQuorum({ ...meeting, state: 'closed' }, line)?.met, true, 'closed: all who came');
});

test('no quorum is asked without rules, nor for an « enregistrement »', () => {
  assert.is(liveQuorum({ ...meeting, quorumRules: null }, line), null);
  assert.is(liveQuorum(meeting, { ...line, track: 'registration' }), null);
});

test.run();
