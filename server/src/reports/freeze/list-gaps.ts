import type { Gap } from '@concertation/shared/contracts';
import type { Database } from '../../database/index.ts';
import type { LiveDocuments } from '../../documents/index.ts';
import { findReport, reportDocument } from '../report-rows.ts';
import { examine } from './examine.ts';

/** What is missing before a freeze, counting everything that was accepted so far. */
export async function listGaps(
  { database, live }: { database: Database; live: LiveDocuments },
  reportId: string,
): Promise<Gap[]> {
  const report = await findReport(database.db, reportId);
  await live.flushed(reportDocument(reportId));
  return (await examine(database.db, report)).gaps;
}
