import type { BoardMeeting } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { splitDates } from './split-dates.ts';

const meeting = (meetingId: string, state: BoardMeeting['state'], startsAt: string): BoardMeeting => ({
  meetingId,
  state,
  startsAt,
  durationMinutes: 60,
  fictitious: false,
  registrationClosesAt: null,
  registers: false,
  placesLeft: null,
  inSeries: false,
});

test('coming, being held, and past', () => {
  const { coming, past } = splitDates(
    [
      meeting('off', 'cancelled', '2026-11-26T18:00:00.000Z'),
      meeting('soon', 'planned', '2026-11-27T18:00:00.000Z'),
      meeting('now', 'running', '2026-11-20T10:00:00.000Z'),
      meeting('early', 'closed', '2026-11-26T18:00:00.000Z'),
      meeting('forgotten', 'planned', '2026-11-02T18:00:00.000Z'),
      meeting('was off', 'cancelled', '2026-11-01T18:00:00.000Z'),
    ],
    new Date('2026-11-20T13:00:00Z'),
  );
  assert.equal(
    coming.map(({ meetingId }) => meetingId),
    ['off', 'soon', 'now'],
  );
  assert.equal(
    past.map(({ meetingId }) => meetingId),
    ['early', 'forgotten', 'was off'],
  );
});

test.run();
