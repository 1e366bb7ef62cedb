import type { BoardMeeting } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openDates } from './open-dates.ts';

const meeting = (meetingId: string, more: Partial<BoardMeeting>): BoardMeeting => ({
  meetingId,
  startsAt: '2026-01-09T13:00:00.000Z',
  durationMinutes: 60,
  state: 'planned',
  fictitious: false,
  registrationClosesAt: null,
  registers: true,
  placesLeft: null,
  inSeries: false,
  ...more,
});
const all = [
  meeting('later', { startsAt: '2026-02-09T13:00:00.000Z' }),
  meeting('closed', { state: 'closed', registers: false }),
  meeting('trial', { fictitious: true, registers: false }),
  meeting('shut', { registers: false, startsAt: '2026-01-02T13:00:00.000Z' }),
  meeting('soon', {}),
];
const ids = (runs: boolean) => openDates(all, runs).map(({ meetingId }) => meetingId);

test('presenters are offered the dates that register, soonest first', () => {
  assert.equal(ids(false), ['soon', 'later']);
});

test('who runs the meetings is offered those that closed too, never a trial nor a meeting that is over', () => {
  assert.equal(ids(true), ['shut', 'soon', 'later']);
});

test.run();
