import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type CalendarMeeting, meetingCalendar } from './meeting-calendar.ts';

const origin = 'https://rcp.exemple.fr';
const meeting: CalendarMeeting = {
  meetingId: '0199a0c0-0000-7000-8000-000000000001',
  boardName: 'RCP Digestif; CHU, Nord',
  startsAt: new Date('2026-11-26T17:00:00Z'),
  durationMinutes: 90,
  video: { mode: 'none', details: '' },
  fictitious: false,
  cancelled: false,
  revision: 3,
};

/** Lines as a diary reads them: long ones unfolded. */
const lines = (content: string) => content.replaceAll('\r\n ', '').split('\r\n');
const read = (more: Partial<CalendarMeeting>, method: 'REQUEST' | 'CANCEL' | 'PUBLISH' = 'REQUEST') =>
  lines(meetingCalendar([{ ...meeting, ...more }], method, origin));

// OO-42, PLA-8
test('an event has the meeting’s id, its revision, its instants and its link', () => {
  const read1 = read({});
  for (const line of [
    'METHOD:REQUEST',
    `UID:${meeting.meetingId}`,
    'SEQUENCE:3',
    'DTSTART:20261126T170000Z',
    'DTEND:20261126T183000Z',
    'SUMMARY:RCP Digestif\\; CHU\\, Nord',
    `LOCATION:${origin}/reunions/${meeting.meetingId}`,
    'STATUS:CONFIRMED',
  ])
    assert.ok(read1.includes(line), `${line} in ${read1.join('\n')}`);
  assert.ok(read1.some((line) => line.startsWith('URL') && line.endsWith(`${origin}/reunions/${meeting.meetingId}`)));
  for (const line of meetingCalendar([meeting], 'REQUEST', origin).split('\r\n'))
    assert.ok(Buffer.byteLength(line) <= 75, line);
});

// OO-28, OO-30
test('an event carries the link of the video, or the number of the telephone bridge', () => {
  const details = 'Lien : https://visio.exemple.fr/salle-12\nCode 4321';
  const video = read({ video: { mode: 'link', details } });
  assert.ok(video.includes('LOCATION:https://visio.exemple.fr/salle-12'));
  assert.ok(video.some((line) => line.includes('Code 4321')));
  const audio = read({ video: { mode: 'audio', details: '01 23 45 67 89, code 42#' } });
  assert.ok(audio.includes('LOCATION:Audioconférence'));
  assert.ok(audio.some((line) => line.includes('01 23 45 67 89\\, code 42#')));
  assert.not(read({ video: { mode: 'none', details: 'ancien code' } }).some((line) => line.includes('ancien code')));
});

// OO-38, OO-41, OO-42, OO-43
test('an event of a call in the product opens it with one click, and gives its telephone bridge', () => {
  const call = `${origin}/reunions/${meeting.meetingId}?visio`;
  const inside = read({ video: { mode: 'product', details: '01 23 45 67 89, code 42#' } });
  assert.ok(inside.includes(`LOCATION:${call}`));
  assert.ok(inside.some((line) => line.startsWith('URL') && line.endsWith(call)));
  const description = inside.find((line) => line.startsWith('DESCRIPTION')) ?? '';
  assert.match(description, call);
  assert.match(description, '01 23 45 67 89\\, code 42#');
});

test('words typed in the details cannot add a line of their own', () => {
  const hostile = read({ video: { mode: 'link', details: 'x\r\nEND:VEVENT\nATTACH:https://mal.exemple' } });
  assert.not(hostile.some((line) => line.startsWith('ATTACH')));
  assert.is(hostile.filter((line) => line === 'END:VEVENT').length, 1);
});

test('a cancelled meeting, a trial and a series say so', () => {
  const cancelled = read({ cancelled: true }, 'CANCEL');
  assert.ok(cancelled.includes('METHOD:CANCEL'));
  assert.ok(cancelled.includes('STATUS:CANCELLED'));
  assert.ok(read({ fictitious: true }).includes('SUMMARY:RCP Digestif\\; CHU\\, Nord (session fictive)'));
  const series = lines(meetingCalendar([meeting, { ...meeting, meetingId: 'other' }], 'PUBLISH', origin));
  assert.is(series.filter((line) => line === 'BEGIN:VEVENT').length, 2);
});

test.run();
