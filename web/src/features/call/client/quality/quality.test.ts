import type { CallQuality } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ConnectionSample, readSample } from './connection-sample.ts';
import { gradeOf, judgeQuality, type QualityJudgement } from './judge-quality.ts';
import { type Ladder, startLadder, stepLadder } from './ladder.ts';

const fine: ConnectionSample = { lossPercent: 0, jitterMs: 5, roundTripMs: 30, availableKbps: 900 };

test('a sample is graded by its worst measure; what is not known harms nobody', () => {
  assert.is(gradeOf(fine), 'good');
  assert.is(gradeOf({ ...fine, roundTripMs: null, availableKbps: null }), 'good');
  assert.is(gradeOf({ ...fine, lossPercent: 4 }), 'fair');
  assert.is(gradeOf({ ...fine, jitterMs: 70 }), 'fair');
  assert.is(gradeOf({ ...fine, roundTripMs: 301 }), 'fair');
  assert.is(gradeOf({ ...fine, availableKbps: 100 }), 'fair');
  assert.is(gradeOf({ ...fine, lossPercent: 9, jitterMs: 70 }), 'poor');
  assert.is(gradeOf({ ...fine, availableKbps: 40 }), 'poor');
});

// OO-19: the quality is said in words, and does not flicker.
test('the quality falls after two samples and rises after three', () => {
  const judged = (...grades: CallQuality[]): string =>
    grades
      .reduce<QualityJudgement[]>((all, grade) => [...all, judgeQuality(all.at(-1) ?? null, grade)], [])
      .map(({ quality }) => quality[0])
      .join('');
  assert.is(judged('good', 'poor', 'good', 'poor', 'good'), 'ggggg');
  assert.is(judged('good', 'poor', 'poor', 'poor'), 'ggpp');
  assert.is(judged('good', 'poor', 'fair', 'poor', 'poor'), 'ggffp');
  assert.is(judged('poor', 'good', 'good', 'good'), 'pppg');
  assert.is(judged('poor', 'good', 'fair', 'good', 'good', 'good', 'good'), 'pppfffg');
  assert.is(judged('fair', 'good', 'poor', 'good', 'good', 'good'), 'fffffg');
});

const run = (from: Ladder, begin: number, seconds: number, quality: CallQuality) => {
  let ladder = from;
  let changedAfter: number | null = null;
  for (let second = 0; second <= seconds; second += 2) {
    const next = stepLadder(ladder, quality, begin + second * 1000);
    if (next.reduced !== ladder.reduced) changedAfter = second;
    ladder = next;
  }
  return { ladder, changedAfter };
};

test('poor for six seconds gives every camera up, better for fifteen brings them back', () => {
  const small = stepLadder(startLadder(0), 'poor', 1000);
  assert.equal([small.small, small.reduced], [true, 'nothing'], 'first, only my own larger layers');
  const poor = run(startLadder(0), 0, 20, 'poor');
  assert.is(poor.changedAfter, 6);
  const better = run(poor.ladder, 22_000, 20, 'fair');
  assert.is(better.changedAfter, 16, 'the first sample after fifteen seconds');
  assert.equal([better.ladder.small, better.ladder.reduced], [false, 'nothing']);
});

test('a relapse starts the wait afresh', () => {
  const poor = run(startLadder(0), 0, 8, 'poor').ladder;
  const almost = run(poor, 10_000, 12, 'good').ladder;
  const relapse = stepLadder(almost, 'poor', 24_000);
  assert.is(run(relapse, 26_000, 14, 'good').changedAfter, null);
});

test('a return that did not last makes the next one slower, up to two minutes', () => {
  let { ladder } = run(startLadder(0), 0, 8, 'poor');
  let now = 10_000;
  const waits: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const better = run(ladder, now, 200, 'good');
    waits.push(better.changedAfter ?? 0);
    now += (better.changedAfter ?? 0) * 1000 + 2000;
    // Time after the return does not count here: it relapses at once.
    ladder = run({ ...better.ladder, restoredAt: now }, now, 8, 'poor').ladder;
    now += 10_000;
  }
  assert.equal(waits, [16, 30, 60, 120, 120]);
  const lasting = run({ ...startLadder(0), restoredAt: 0, patience: 60_000 }, 100_000, 8, 'poor').ladder;
  assert.is(lasting.patience, 15_000);
});

test('a sample is read from the browser’s statistics', () => {
  const { sample, totals } = readSample(
    [
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.04, availableOutgoingBitrate: 640_000 },
      { type: 'candidate-pair', nominated: false, currentRoundTripTime: 3 },
      { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.02 },
      { type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.05 },
    ],
    [
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.05 },
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 190, packetsLost: 10, jitter: 0.012 },
      { type: 'inbound-rtp', kind: 'video', packetsReceived: 800, packetsLost: 20, jitter: 0.2 },
      { type: 'inbound-rtp', kind: 'video', mid: 'probator', packetsReceived: 80, packetsLost: 70 },
    ],
    { received: 800, lost: 20 },
  );
  assert.equal(totals, { received: 990, lost: 30 });
  assert.equal(sample, { lossPercent: 5, jitterMs: 12, roundTripMs: 50, availableKbps: 640 });
  const empty = readSample([], [], totals);
  assert.equal(empty.sample, { lossPercent: 0, jitterMs: 0, roundTripMs: null, availableKbps: null });
});

test.run();
