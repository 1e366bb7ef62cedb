import type { CallQuality } from '@concertation/shared/contracts';
import type { ConnectionSample } from './connection-sample.ts';

/**
 * From where sound suffers, then from where it is hardly understood. Jitter is patient: a busy computer has some, and the
 * browser's buffer absorbs it. Source: ITU-T G.114 for delay, Opus with FEC for loss.
 */
const limits = {
  fair: { lossPercent: 3, jitterMs: 60, roundTripMs: 300, availableKbps: 120 },
  poor: { lossPercent: 8, jitterMs: 200, roundTripMs: 600, availableKbps: 60 },
} as const;

const order: readonly CallQuality[] = ['good', 'fair', 'poor'];
const rank = (quality: CallQuality): number => order.indexOf(quality);

/** What one sample alone would say. */
export function gradeOf({ lossPercent, jitterMs, roundTripMs, availableKbps }: ConnectionSample): CallQuality {
  const passes = (limit: (typeof limits)['fair' | 'poor']): boolean =>
    lossPercent > limit.lossPercent ||
    jitterMs > limit.jitterMs ||
    (roundTripMs ?? 0) > limit.roundTripMs ||
    (availableKbps ?? Infinity) < limit.availableKbps;
  if (passes(limits.poor)) return 'poor';
  return passes(limits.fair) ? 'fair' : 'good';
}

/** The quality as it is told, and the samples in a row that say otherwise. */
export type QualityJudgement = { quality: CallQuality; against: readonly CallQuality[] };

const samplesToFall = 2;
const samplesToRise = 3;

/**
 * Judges one more sample. One alone changes nothing: two in a row lower the quality to the better of them, three in a row
 * raise it to the worst of them. The first of all is believed.
 */
export function judgeQuality(before: QualityJudgement | null, grade: CallQuality): QualityJudgement {
  if (!before) return { quality: grade, against: [] };
  const { quality } = before;
  if (grade === quality) return { quality, against: [] };
  const worse = rank(grade) > rank(quality);
  const sameSide = before.against.filter((other) => rank(other) > rank(quality) === worse);
  const against = [...sameSide, grade];
  if (against.length < (worse ? samplesToFall : samplesToRise)) return { quality, against };
  const ranks = against.map(rank);
  return { quality: order[worse ? Math.min(...ranks) : Math.max(...ranks)] ?? grade, against: [] };
}
