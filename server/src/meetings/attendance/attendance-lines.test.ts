import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { attendances } from '@concertation/schema';
import { attendanceLines } from './attendance-lines.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 14, minute));

function row(
  id: string,
  accountId: string | null,
  arrived: number,
  left: number | null,
): typeof attendances.$inferSelect {
  return {
    id,
    accountId,
    meetingId: 'm',
    name: `name of ${accountId ?? id}`,
    specialty: 's',
    source: accountId ? 'connection' : 'secretary',
    recordedBy: null,
    arrivedAt: at(arrived),
    lastSeenAt: at(arrived),
    leftAt: left === null ? null : at(left),
  };
}

test('somebody who comes back is one line, from first arrival to last departure', () => {
  const lines = attendanceLines([
    row('1', 'a', 0, 10),
    row('2', 'b', 5, null),
    row('3', 'a', 12, 40),
    row('4', 'a', 13, 20),
  ]);
  assert.equal(
    lines.map(({ attendanceId }) => attendanceId),
    ['1', '2'],
  );
  assert.is(lines[0]?.arrivedAt, at(0).toISOString());
  assert.is(lines[0]?.leftAt, at(40).toISOString());
  assert.is(lines[1]?.leftAt, null);
});

test('somebody with one screen still open has not left', () => {
  assert.is(attendanceLines([row('1', 'a', 0, null), row('2', 'a', 5, 6)])[0]?.leftAt, null);
  assert.is(attendanceLines([row('1', 'a', 0, 4), row('2', 'a', 5, null)])[0]?.leftAt, null);
});

test('two people typed by the secretary are two lines', () => {
  assert.is(attendanceLines([row('1', null, 0, null), row('2', null, 0, null)]).length, 2);
});

test.run();
