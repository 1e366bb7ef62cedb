import type { PresentationLine } from '@concertation/shared/contracts';

type Counted = Pick<PresentationLine, 'discussedSeconds' | 'discussedSince' | 'minutes'>;

/**
 * The clock of a case at an instant (milliseconds): elapsed minutes and seconds, and whole minutes beyond those planned;
 * null until they are over. A screen that is late on the server counts from zero.
 */
export function clockOf({ discussedSeconds, discussedSince, minutes: planned }: Counted, now: number) {
  const running = discussedSince === null ? 0 : Math.max(0, Math.floor((now - Date.parse(discussedSince)) / 1000));
  const elapsed = discussedSeconds + running;
  const beyond = elapsed - planned * 60;
  return {
    minutes: Math.floor(elapsed / 60),
    seconds: elapsed % 60,
    beyond: beyond <= 0 ? null : Math.floor(beyond / 60),
  };
}
