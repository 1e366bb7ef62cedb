import { documentUpdates } from '@concertation/schema';
import type { TestServer } from '../harness.ts';
import { whileTableWaits } from './while-table-waits.ts';

/** Runs `during` while nothing can be written into the journal, as on a disk that does not answer; reading goes on. */
export const whileJournalWaits = (server: TestServer, during: () => Promise<void>): Promise<void> =>
  whileTableWaits(server, documentUpdates, 'written', during);
