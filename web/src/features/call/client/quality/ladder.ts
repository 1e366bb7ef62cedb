import type { CallQuality } from '@concertation/shared/contracts';

/**
 * What is given up for the sound, which never is: first my camera's larger layers, as soon as the quality is poor; then,
 * when it stays poor, every camera.
 */
export type Ladder = {
  /** My camera sends its smallest layer only. */
  small: boolean;
  reduced: 'nothing' | 'no_video';
  /** Since when the quality has been poor, or no longer poor, in milliseconds. */
  since: number;
  poor: boolean;
  /** How long it must be better before video comes back: longer after each return that did not last. */
  patience: number;
  restoredAt: number;
};

const poorBeforeMs = 6_000;
const betterBeforeMs = 15_000;
const longestPatienceMs = 120_000;
/** A return shorter than this did not last. */
const lastingMs = 60_000;

/** The bottom of the ladder, where nothing is given up. `now` in milliseconds, as everywhere here. */
export function startLadder(now: number): Ladder {
  return {
    small: false,
    reduced: 'nothing',
    since: now,
    poor: false,
    patience: betterBeforeMs,
    restoredAt: Number.NEGATIVE_INFINITY,
  };
}

/** Climbs or comes down by one step, from the quality judged now. */
export function stepLadder(ladder: Ladder, quality: CallQuality, now: number): Ladder {
  const poor = quality === 'poor';
  const since = poor === ladder.poor ? ladder.since : now;
  const next = { ...ladder, poor, since, small: poor || ladder.reduced === 'no_video' };
  if (ladder.reduced === 'nothing' && poor && now - since >= poorBeforeMs) {
    const brief = now - ladder.restoredAt < lastingMs;
    const patience = brief ? Math.min(longestPatienceMs, ladder.patience * 2) : betterBeforeMs;
    return { ...next, reduced: 'no_video', small: true, patience };
  }
  if (ladder.reduced === 'no_video' && !poor && now - since >= ladder.patience)
    return { ...next, reduced: 'nothing', small: false, restoredAt: now };
  return next;
}
