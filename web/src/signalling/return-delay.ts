/** The first attempt follows the loss closely: people are in the middle of a sentence. */
const firstMs = 250;
const longestMs = 5_000;

/**
 * How long to wait before an attempt, in milliseconds: 250, doubled at each failure in a row up to 5 seconds, and spread
 * by half so that a restarted server does not meet everybody at once. `random` is in [0, 1).
 */
export function returnDelay(failures: number, random: number): number {
  const longest = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures));
  return Math.round(longest * (0.5 + random / 2));
}
