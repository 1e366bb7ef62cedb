import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Logger } from '../../lib/index.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import type { Principal } from '../../access/index.ts';
import { type AttendancePort, LiveAttendance } from './live-attendance.ts';

const meeting = '01890000-0000-7000-8000-000000000001';
const pace = { graceMs: 30, aliveEveryMs: 10 };
const log = { error: () => undefined } as unknown as Logger;

const as = (accountId: string): Principal => ({
  accountId,
  sessionId: 's',
  name: accountId,
  specialty: '',
  guestOf: null,
});

/** The rows as the room of meetings would write them. */
function book(): AttendancePort & { rows: Map<string, 'present' | 'left'>; changed: () => Promise<void> } {
  const rows = new Map<string, 'present' | 'left'>();
  let tell = Promise.withResolvers<void>();
  return {
    rows,
    changed: () => tell.promise,
    async arrived(meetingId, { accountId }) {
      const id = `${meetingId}/${accountId}/${rows.size}`;
      rows.set(id, 'present');
      return id;
    },
    async left(ids) {
      for (const id of ids) rows.set(id, 'left');
      tell.resolve();
      tell = Promise.withResolvers();
    },
    alive: async (ids) => ids.filter((id) => rows.get(id) === 'present'),
  };
}

// SYNC-18
test('several tabs, and coming back in time, are one presence; leaving ends it', async () => {
  const port = book();
  const attendance = new LiveAttendance(port, log, pace);
  attendance.opened(meeting, as('a'));
  attendance.opened(meeting, as('a'));
  attendance.closed(meeting, as('a'));
  attendance.closed(meeting, as('a'));
  attendance.opened(meeting, as('a'));
  assert.equal([...port.rows.values()], ['present']);
  const left = port.changed();
  attendance.closed(meeting, as('a'));
  await left;
  assert.equal([...port.rows.values()], ['left']);
  attendance.opened(meeting, as('a'));
  assert.equal([...port.rows.values()], ['left', 'present']);
  await attendance.close();
  assert.equal([...port.rows.values()], ['left', 'left']);
});

test('each account makes its own attendance', async () => {
  const port = book();
  const attendance = new LiveAttendance(port, log, pace);
  attendance.opened(meeting, as('a'));
  attendance.opened(meeting, as('b'));
  assert.is(port.rows.size, 2);
  await attendance.close();
});

test('an arrival that cannot be written does not disturb, and a departure without a row is none', async () => {
  const attendance = new LiveAttendance({ ...book(), arrived: () => Promise.reject(new Error('away')) }, log, pace);
  attendance.opened(meeting, as('a'));
  await attendance.close();
});

// SYNC-18
test('who is there but was taken for gone, or could not be written at once, has a row again at the next beat', async () => {
  const port = book();
  let isAway = true;
  const arrived: AttendancePort['arrived'] = async (...who) => {
    if (!isAway) return port.arrived(...who);
    isAway = false;
    throw new Error('away');
  };
  const attendance = new LiveAttendance({ ...port, arrived }, log, pace);
  attendance.opened(meeting, as('a'));
  await waitFor(() => port.rows.size === 1, 'the row that could not be written');
  const [first] = port.rows.keys();
  port.rows.set(first as string, 'left');
  await waitFor(() => port.rows.size === 2, 'another row');
  assert.equal([...port.rows.values()], ['left', 'present']);
  await attendance.close();
  assert.equal([...port.rows.values()], ['left', 'left']);
});

test('who reads a meeting that is over does not arrive again at each beat', async () => {
  let arrivals = 0;
  let beats = 0;
  const port: AttendancePort = {
    ...book(),
    async arrived(_meetingId, { accountId }) {
      if (accountId === 'b') return 'b';
      arrivals += 1;
      return null;
    },
    async alive(ids) {
      beats += 1;
      return ids;
    },
  };
  const attendance = new LiveAttendance(port, log, pace);
  attendance.opened(meeting, as('a'));
  attendance.opened(meeting, as('b'));
  await waitFor(() => beats >= 3, 'three beats');
  assert.is(arrivals, 1);
  await attendance.close();
});

test.run();
