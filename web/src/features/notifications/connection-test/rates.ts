import { leastRate } from '@concertation/shared/contracts';

/** Estimates in kilobits per second. */
export type Rates = { download: number; upload: number };

/** What a network carries, from the least: voice, one face or the shared screen, everybody's faces. */
export const loads = ['nothing', 'voice', 'one_video', 'several_videos'] as const;
export type Load = (typeof loads)[number];

/**
 * In kilobits per second. Voice takes 40 each way, with its retries 100. A camera sends up to 1,300 in three sizes, and
 * 500 in the first two; a large picture takes 1,000, and eight tiles with one large 2,500.
 */
const needs: { load: Load; download: number; upload: number }[] = [
  { load: 'several_videos', download: 2_500, upload: 1_300 },
  { load: 'one_video', download: 1_000, upload: 500 },
  { load: 'voice', download: leastRate, upload: leastRate },
];

/** What these rates carry. */
export function loadOf({ download, upload }: Rates): Load {
  return needs.find((need) => download >= need.download && upload >= need.upload)?.load ?? 'nothing';
}

/** Kilobits per second of so many bytes in so many milliseconds. */
export function rateOf(bytes: number, milliseconds: number): number {
  return Math.round((bytes * 8) / Math.max(milliseconds, 1));
}
