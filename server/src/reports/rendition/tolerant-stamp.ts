import type { Logger } from '../../lib/index.ts';
import type { MaybeStamp } from '../sign/cades.ts';
import { type TimestampFailure, TimestampRefused } from '../sign/failures.ts';
import { askTime, type TimestampAuthority } from '../sign/timestamp/authority.ts';

/** The next try of a timestamp that an authority did not give. */
export const retryMinutes = 5;

/** Asks for times without holding a report back for them: null where there was none, and the last reason why. */
export type TolerantStamp = { stamp: MaybeStamp; failure: () => TimestampFailure | null };

/** Times from an authority that may be down, or wrong: what it gives is checked, what it does not give is said. Rule PDF-13. */
export function tolerantStamp(authority: TimestampAuthority, log: Logger): TolerantStamp {
  let failure: TimestampFailure | null = null;
  const ask = askTime(authority);
  return {
    stamp: async (imprint) => {
      try {
        return await ask(imprint);
      } catch (error) {
        if (!(error instanceof TimestampRefused)) throw error;
        log.warn({ err: error }, 'no timestamp: the report is signed without, and gets one later');
        failure = error.code;
        return null;
      }
    },
    failure: () => failure,
  };
}
