import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { ExtractionRefused, importExtraction, readLastImport } from '../../directory/index.ts';
import { extractionHeader, writeLine } from './fictitious-line.ts';
import { fictitiousPeople } from './fictitious-people.ts';

/**
 * Loads a small fictitious directory where none was ever loaded, through the import that the real one goes through; a real
 * one then takes its place.
 */
export async function prepareDirectory(needs: { database: Database; audit: Audit }): Promise<void> {
  if (await readLastImport(needs.database.db)) return;
  const text = Buffer.from([extractionHeader, ...fictitiousPeople().map(writeLine), ''].join('\n'));
  const extraction = {
    fileName: 'PS_LibreAcces_Personne_activite_demonstration.txt',
    fileDate: new Date(),
    bytes: text.length,
    chunks: async function* () {
      yield text;
    },
  };
  try {
    await importExtraction(needs, extraction);
  } catch (error) {
    // Another process that starts on this base is loading it.
    if (!(error instanceof ExtractionRefused)) throw error;
  }
}
