import type { Database } from '../../database/index.ts';
import type { Logger } from '../../lib/index.ts';
import { closeAbandonedAttendances } from './connections.ts';

const sweepEveryMs = 60_000;

/**
 * Ends the attendance of people whose server died, now and every minute: a server that starts again does not wait for
 * its own return to be noticed. Returns how to stop, which waits for the sweep under way. A failed sweep is logged; the
 * next one does its work.
 */
export function startAttendanceSweep(needs: { database: Database; log: Logger }): () => Promise<void> {
  const sweep = (): Promise<void> =>
    closeAbandonedAttendances(needs).catch((error: unknown) =>
      needs.log.error({ err: error }, 'sweep of attendances failed'),
    );
  let underWay = sweep();
  const timer = setInterval(() => {
    underWay = underWay.then(sweep);
  }, sweepEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
