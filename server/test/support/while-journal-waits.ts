import { sql } from 'drizzle-orm';
import type { TestServer } from '../harness.ts';

/** Runs `during` while nothing can be written into the journal, as on a disk that does not answer; reading goes on. */
export async function whileJournalWaits(
  { services: { database } }: TestServer,
  during: () => Promise<void>,
): Promise<void> {
  const held = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const done = database.transaction(async (tx) => {
    await tx.execute(sql`lock table document_updates in exclusive mode`);
    held.resolve();
    await letGo.promise;
  });
  await held.promise;
  try {
    await during();
  } finally {
    letGo.resolve();
    await done;
  }
}
