import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Hocuspocus } from '@hocuspocus/server';
import type { DocumentName } from '@concertation/shared/domain';
import { type Journal, type LiveDocuments, readDocument } from '../documents/index.ts';
import type { Database } from '../database/index.ts';
import { AppError, type Logger } from '../lib/index.ts';
import type { OpenDocuments } from './channels/open-documents.ts';
import type { SyncContext } from './channels/sync-context.ts';

export type LiveOptions = {
  hocuspocus: Hocuspocus<SyncContext>;
  journal: Journal;
  documents: OpenDocuments;
  database: Database;
  log: Logger;
};

/** A command does not wait longer than this for the database: it says so, and is asked again. */
const patienceMs = 10_000;

/** What other rooms may ask of documents that are open right now, on Hocuspocus. Rules SYNC-15, SYNC-17. */
export function createLiveDocuments({ hocuspocus, journal, documents, database, log }: LiveOptions): LiveDocuments {
  async function flushed(name: DocumentName): Promise<void> {
    const late = new AbortController();
    const durable = journal.flushed(name).then(() => true);
    const given = sleep(patienceMs, false, { signal: late.signal }).catch(() => false);
    const done = await Promise.race([durable, given]);
    late.abort();
    if (!done) throw new AppError('storage_unavailable');
  }

  const release = (name: DocumentName): void => {
    documents.stopSealing(name);
    const open = documents.get(name);
    if (open && !open.sealed) for (const channel of open.channels) if (channel.behind) channel.catchUp(journal.state);
  };

  return {
    flushed,
    async seal(name) {
      documents.startSealing(name);
      try {
        // What passed the guard in this turn is applied within it.
        await turn();
        await flushed(name);
      } catch (error) {
        release(name);
        throw error;
      }
      return { release: () => release(name) };
    },
    async edit(name, author, change) {
      if (journal.state === 'full') throw new AppError('storage_unavailable');
      const row = await readDocument(database.db, name);
      if (!row) throw new AppError('not_found');
      const direct = await hocuspocus.openDirectConnection(name, { author }).catch((error: unknown) => {
        throw new AppError('storage_unavailable', undefined, { cause: error });
      });
      try {
        const open = documents.get(name);
        if (!open || documents.isSealed(open)) throw new AppError('report_sealed');
        await direct.transact(change);
        await flushed(name);
      } finally {
        await direct
          .disconnect()
          .catch((error: unknown) => log.error({ err: error, document: name }, 'direct connection not closed'));
      }
    },
  };
}
