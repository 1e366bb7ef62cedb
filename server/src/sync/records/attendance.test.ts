import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Logger } from '../../lib/index.ts';
import type { Channel } from '../channels/channel.ts';
import { Attendance, type AttendancePort } from './attendance.ts';

const meeting = '01890000-0000-7000-8000-000000000001';
const log = { error: () => undefined } as unknown as Logger;

function channel(accountId: string, kind = 'meeting'): Channel {
  const principal = { accountId, sessionId: 's', name: accountId, specialty: '' };
  return { kind, entityId: meeting, socket: { principal } } as unknown as Channel;
}

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
  const attendance = new Attendance(port, log, 30);
  const [one, two] = [channel('a'), channel('a')];
  attendance.opened(one);
  attendance.opened(two);
  attendance.closed(one);
  attendance.closed(two);
  const again = channel('a');
  attendance.opened(again);
  assert.equal([...port.rows.values()], ['present']);
  const left = port.changed();
  attendance.closed(again);
  await left;
  assert.equal([...port.rows.values()], ['left']);
  attendance.opened(channel('a'));
  assert.equal([...port.rows.values()], ['left', 'present']);
  await attendance.close();
  assert.equal([...port.rows.values()], ['left', 'left']);
});

test('only a meeting’s document makes an attendance, and each account its own', async () => {
  const port = book();
  const attendance = new Attendance(port, log, 30);
  attendance.opened(channel('a', 'case'));
  attendance.closed(channel('a', 'case'));
  attendance.opened(channel('a'));
  attendance.opened(channel('b'));
  assert.is(port.rows.size, 2);
  await attendance.close();
});

test('an arrival that cannot be written does not disturb, and a departure without a row is none', async () => {
  const attendance = new Attendance({ ...book(), arrived: () => Promise.reject(new Error('away')) }, log, 30);
  attendance.opened(channel('a'));
  await attendance.close();
});

test.run();
