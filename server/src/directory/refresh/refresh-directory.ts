import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import type { Logger } from '../../lib/index.ts';
import { openExtraction } from '../extraction/open-extraction.ts';
import { ExtractionRefused } from '../extraction/refused.ts';
import { importExtraction, type ImportReport } from '../importing/import-extraction.ts';
import { readLastImport } from '../searching/read-state.ts';
import { downloadExtraction } from './download-extraction.ts';

export type RefreshNeeds = {
  database: Database;
  audit: Audit;
  log: Logger;
  /** Where the extraction is downloaded; null: it is given by hand. */
  address: string | null;
  /** Where the product keeps its files: the download waits in a folder of it. */
  dataDirectory: string;
};

/**
 * Downloads the extraction and puts it in force, unless it is the one in force already. A file that is refused is logged and
 * left until the next day; throws what the network and the database throw, to be tried again.
 */
export async function refreshDirectory(needs: RefreshNeeds, address: string): Promise<ImportReport | null> {
  const { database, log } = needs;
  const directory = join(needs.dataDirectory, 'directory');
  try {
    const downloaded = await downloadExtraction(address, directory, await readLastImport(database.db));
    if (!downloaded) {
      log.info('directory: the extraction in force is the last one');
      return null;
    }
    const { firstBadLines, ...report } = await importExtraction(needs, await openExtraction(downloaded.path), {
      origin: downloaded.origin,
    });
    const { lines, badLines, professionals, arrivals, departures, changed } = report;
    log.info(
      { lines, badLines, professionals, arrivals, departures, changed },
      'directory: a new extraction is in force',
    );
    return { firstBadLines, ...report };
  } catch (error) {
    if (!(error instanceof ExtractionRefused)) throw error;
    // Trying again in ten minutes would download the same file: the next day has another.
    log.error({ err: error }, 'directory: the extraction was refused, the former one stays in force');
    return null;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
