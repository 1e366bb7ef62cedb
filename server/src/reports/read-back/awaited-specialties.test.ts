import type { AttendanceLine } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { awaitedSpecialties } from './awaited-specialties.ts';

let count = 0;
const line = (specialty: string, more: Partial<AttendanceLine> = {}): AttendanceLine => ({
  attendanceId: String((count += 1)),
  accountId: null,
  name: 'Dr Zoé Brun',
  specialty,
  source: 'connection',
  arrivedAt: '2026-03-02T13:00:00.000Z',
  leftAt: null,
  ...more,
});

// RBK-4
test('each specialty present is awaited once, until somebody of it has answered', () => {
  const there = [line('Radiologie'), line('Chirurgie digestive'), line('RADIOLOGIE'), line('Oncologie médicale')];
  assert.equal(awaitedSpecialties(there, 'running', []), ['Radiologie', 'Chirurgie digestive', 'Oncologie médicale']);
  const answered = [{ accountId: 'a', specialty: 'Oncologie medicale' }];
  assert.equal(awaitedSpecialties(there, 'running', answered), ['Radiologie', 'Chirurgie digestive']);
});

test('somebody who answered was heard under the specialty that they had at the meeting', () => {
  const there = [line('Radiologie', { accountId: 'a' })];
  assert.equal(awaitedSpecialties(there, 'running', [{ accountId: 'a', specialty: 'Médecine nucléaire' }]), []);
});

test('who left is awaited no more, until the meeting is over and all of them count', () => {
  const there = [line('Radiologie', { leftAt: '2026-03-02T14:00:00.000Z' })];
  assert.equal(awaitedSpecialties(there, 'running', []), []);
  assert.equal(awaitedSpecialties(there, 'closed', []), ['Radiologie']);
});

test('whom a quorum does not count is not awaited, nor who has no specialty', () => {
  assert.equal(awaitedSpecialties([line('Secrétariat médical'), line(' '), line('')], 'running', []), []);
});

test.run();
