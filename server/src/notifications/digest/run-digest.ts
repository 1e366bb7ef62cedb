import { digests } from '@concertation/schema';
import type { Database } from '../../database/index.ts';
import { readConnectionTest } from '../connection-tests.ts';
import { type TellNeeds, tellWith } from '../create-tell.ts';
import type { DigestFacts, FactsOfDay } from './digest-facts.ts';
import { digestWords, sumOf } from './digest-words.ts';

export type DigestNeeds = TellNeeds & { database: Database; factsOf: FactsOfDay };

/** The day's digest of one account, unless it was made already: its mark, its notification and its mail together. */
async function makeDigest(
  { database, jobs, setting }: DigestNeeds,
  day: string,
  { accountId, meetings }: DigestFacts,
): Promise<boolean> {
  const [first] = meetings;
  if (!first) return false;
  return database.transaction(async (tx) => {
    const made = await tx
      .insert(digests)
      .values({ accountId, day, madeAt: new Date() })
      .onConflictDoNothing()
      .returning({ accountId: digests.accountId });
    if (made.length === 0) return false;
    const { cases, notReady } = sumOf(meetings);
    const only = meetings.length === 1 ? { boardName: first.boardName } : {};
    const meeting = first.administers ? { meetingId: first.meetingId } : {};
    const [caseId] = first.toComplete;
    const link = first.administers || caseId === undefined ? meeting : { caseId };
    const about = { ...only, ...link, startsAt: first.startsAt.toISOString(), count: cases, notReady };
    const words = digestWords(meetings, await readConnectionTest(tx, accountId), setting());
    await tellWith(tx, jobs, { to: [accountId], kind: 'digest', about }, words);
    return true;
  });
}

/**
 * Tells everybody concerned by a meeting on `day` (`2026-11-26`) what they have there; each once for that day, however
 * often it runs. Returns how many digests it made.
 */
export async function runDigest(needs: DigestNeeds, day: string): Promise<number> {
  let made = 0;
  for (const facts of await needs.factsOf(needs.database.db, day)) if (await makeDigest(needs, day, facts)) made += 1;
  return made;
}
