import type { Database } from '../database/index.ts';
import type { Logger } from '../lib/index.ts';
import { removeOldAttempts } from './attempts/attempts.ts';
import { removeExpiredPending } from './codes/pending.ts';
import { removeExpiredLinks } from './links/account-links.ts';
import { removeExpiredChallenges } from './passkeys/challenges.ts';
import { removeExpiredVisits } from './pro-sante-connect/visits.ts';
import type { Sessions } from './sessions/sessions.ts';

const sweepEveryMs = 15_000;

/**
 * Removes expired sessions, challenges, awaited codes, links and old failures every quarter of a minute, so that an expired session's channels close soon
 * after it. Returns how to stop, which waits for the sweep under way. A failed sweep is logged; the next one does its work.
 */
export function startSweep({
  database,
  sessions,
  log,
}: {
  database: Database;
  sessions: Sessions;
  log: Logger;
}): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const sweep = async (): Promise<void> => {
    try {
      await sessions.sweep();
      await removeExpiredChallenges(database.db);
      await removeExpiredPending(database.db);
      await removeExpiredLinks(database.db);
      await removeOldAttempts(database.db);
      await removeExpiredVisits(database.db);
    } catch (error) {
      log.error({ err: error }, 'sweep of what expired in auth failed');
    }
  };
  const timer = setInterval(() => {
    underWay = underWay.then(sweep);
  }, sweepEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
