import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Logger } from '../../lib/index.ts';
import type { Principal } from '../../access/index.ts';
import { type AttendancePort, LiveAttendance } from './live-attendance.ts';

const meeting = '01890000-0000-7000-8000-000000000001';
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
    alive: async () => undefined,
  };
}

// SYNC-18
test('several tabs, and coming back in time, are one presence; leaving ends it', async () => {
  const port = book();
  const attendance = new LiveAttendance(port, log, 30);
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
  const attendance = new LiveAttendance(port, log, 30);
  attendance.opened(meeting, as('a'));
  attendance.opened(meeting, as('b'));
  assert.is(port.rows.size, 2);
  await attendance.close();
});

test('an arrival that cannot be written does not disturb, and a departure without a row is none', async () => {
  const attendance = new LiveAttendance({ ...book(), arrived: () => Promise.reject(new Error('away')) }, log, 30);
  attendance.opened(meeting, as('a'));
  await attendance.close();
});

test.run();
