import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { newId } from '../../lib/index.ts';
import type { Extraction } from '../extraction/open-extraction.ts';
import { ExtractionRefused } from '../extraction/refused.ts';
import { buildGeneration } from './build-generation.ts';
import { type BadLine, copyLines } from './copy-lines.ts';
import { compareGenerations, refuseManyDepartures } from './difference.ts';
import { withImportLock } from './import-lock.ts';
import { type ImportRow, putInForce } from './put-in-force.ts';
import { clearStaging, createStaging, indexStaging } from './staging.ts';

/** Where an import stands: `part` of its step, from 0 to 1; `lines` read so far. */
export type ImportProgress = { step: 'read' | 'build' | 'index' | 'swap'; part: number; lines: number };

/** Where a file was downloaded, and what its server said of it. */
export type ExtractionOrigin = Pick<ImportRow, 'address' | 'entityTag' | 'lastModified'>;

export type ImportOptions = {
  tell?: (progress: ImportProgress) => void;
  origin?: ExtractionOrigin;
  /** Replaces even when more than a quarter of the professionals would leave. */
  acceptDepartures?: boolean;
};

export type ImportReport = ImportRow & { firstBadLines: BadLine[] };

const byHand: ExtractionOrigin = { address: null, entityTag: null, lastModified: null };

/**
 * Replaces the directory by an extraction: lines copied beside, gathered by professional, indexed, compared, then put in
 * force at once. Searches go on with the former one meanwhile; refused or killed at any moment, nothing has changed, and
 * it is run again from the start. Throws ExtractionRefused, also when another import is at work. Source: SC-12.
 */
export async function importExtraction(
  needs: { database: Database; audit: Audit },
  extraction: Extraction,
  { tell = () => undefined, origin = byHand, acceptDepartures = false }: ImportOptions = {},
): Promise<ImportReport> {
  const report = await withImportLock(needs.database, async (sql, lost): Promise<ImportReport> => {
    try {
      await sql`set work_mem = '128MB'`;
      await sql`set maintenance_work_mem = '256MB'`;
      await createStaging(sql);
      const { firstBadLines, ...copied } = await copyLines(sql, lost, extraction, (lines, part) =>
        tell({ step: 'read', part, lines }),
      );
      const lines = copied.lines + copied.badLines;
      await buildGeneration(sql, (part) => tell({ step: 'build', part, lines }));
      await indexStaging(sql, (part) => tell({ step: 'index', part, lines }));
      const { before: _before, ...difference } = await compareGenerations(sql).then((found) => {
        if (!acceptDepartures) refuseManyDepartures(found);
        return found;
      });
      const { fileName, fileDate } = extraction;
      const row = { id: newId(), importedAt: new Date(), fileName, fileDate, ...origin, ...copied, ...difference };
      await putInForce(needs, row);
      tell({ step: 'swap', part: 1, lines });
      return { ...row, firstBadLines };
    } finally {
      if (!lost.aborted) await clearStaging(sql);
    }
  });
  if (!report) throw new ExtractionRefused('Un import de l’annuaire est déjà en cours : attendez qu’il se termine.');
  return report;
}
