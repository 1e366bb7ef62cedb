import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { guestState, linksEnd, linksEnded } from './link-life.ts';

const meeting = { state: 'planned', startsAt: new Date('2026-11-26T17:00:00Z'), durationMinutes: 90 } as const;
const at = (time: string) => new Date(`2026-11-26T${time}:00Z`);

// GST-3
test('a link ends four hours after the planned end of its meeting', () => {
  assert.is(linksEnd(meeting, at('08:00')).toISOString(), '2026-11-26T22:30:00.000Z');
  assert.not(linksEnded(meeting, at('22:29')));
  assert.ok(linksEnded(meeting, at('22:30')));
});

// GST-3
test('a meeting that runs late keeps its guests; one that is over has none, early or not', () => {
  const running = { ...meeting, state: 'running' } as const;
  assert.is(linksEnd(running, at('23:00')).toISOString(), '2026-11-27T03:00:00.000Z');
  assert.not(linksEnded(running, at('23:00')));
  assert.is(linksEnd(running, at('17:30')).toISOString(), '2026-11-26T22:30:00.000Z');
  for (const state of ['closed', 'cancelled'] as const) assert.ok(linksEnded({ ...meeting, state }, at('17:10')));
});

test('a guest is withdrawn, or came, or was only invited; of a meeting that is over, the invitation expired', () => {
  const link = { openedAt: null, withdrawnAt: null };
  const before = at('08:00');
  assert.is(guestState(link, meeting, before), 'invited');
  assert.is(guestState({ ...link, openedAt: before }, meeting, before), 'came');
  assert.is(guestState({ openedAt: before, withdrawnAt: before }, meeting, before), 'withdrawn');
  assert.is(guestState(link, { ...meeting, state: 'closed' }, before), 'expired');
  assert.is(guestState({ ...link, openedAt: before }, { ...meeting, state: 'closed' }, before), 'came');
});

test.run();
