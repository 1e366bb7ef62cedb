import type { MeetingCard } from '@concertation/shared/contracts';
import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { sortMeetings } from './sort-meetings.ts';

const meeting = (meetingId: string, state: MeetingCard['state'], day: number): MeetingCard => ({
  meetingId,
  state,
  startsAt: `2026-11-${String(day).padStart(2, '0')}T13:00:00.000Z`,
  durationMinutes: 60,
  fictitious: false,
  presentationCount: 0,
  board: { boardId: 'b', name: 'RCP', kind: 'rcp_oncologie', organisation: 'CHU' },
});
const ids = (meetings: MeetingCard[]) => meetings.map(({ meetingId }) => meetingId);

test('the nearest planned meeting comes first, the past is read backwards', () => {
  const sorted = sortMeetings([
    meeting('late', 'planned', 28),
    meeting('old', 'closed', 2),
    meeting('soon', 'planned', 20),
    meeting('off', 'cancelled', 9),
  ]);
  assert.is(sorted.next?.meetingId, 'soon');
  assert.equal(ids(sorted.coming), ['late']);
  assert.equal(ids(sorted.past), ['off', 'old']);
});

test('a meeting in progress wins over an earlier one that was never held', () => {
  const sorted = sortMeetings([meeting('forgotten', 'planned', 1), meeting('now', 'running', 20)]);
  assert.is(sorted.next?.meetingId, 'now');
  assert.equal(ids(sorted.coming), ['forgotten']);
});

test('an open meeting comes after one in progress and before a planned one', () => {
  const sorted = sortMeetings([
    meeting('soon', 'planned', 1),
    meeting('open', 'open', 20),
    meeting('now', 'running', 21),
  ]);
  assert.is(sorted.next?.meetingId, 'now');
  assert.equal(ids(sorted.coming), ['open', 'soon']);
});

test('nothing gives nothing', () => {
  assert.equal(sortMeetings([]), { next: null, coming: [], past: [] });
});

test.run();
