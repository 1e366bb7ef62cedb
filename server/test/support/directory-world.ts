import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Audit } from '../../src/audit/index.ts';
import { Database } from '../../src/database/index.ts';
import {
  extractionHeader,
  type FictitiousLine,
  fictitiousRpps,
  writeLine,
} from '../../src/demonstration/directory/fictitious-line.ts';
import { importExtraction, openExtraction, searchProfessionals } from '../../src/directory/index.ts';
import { createLogger } from '../../src/lib/index.ts';

/** Somebody of an extraction: a doctor who works in one place unless said. `nth` makes the number. */
export function somebody(nth: number, familyName: string, givenName: string, more: Partial<FictitiousLine> = {}) {
  return {
    rpps: fictitiousRpps(nth),
    title: 'DR',
    civilTitle: 'M',
    familyName,
    givenName,
    profession: 'Médecin',
    specialty: 'Pneumologie',
    mode: 'Salarié',
    structure: 'CENTRE HOSPITALIER',
    postcode: '00100',
    town: 'Ville-Exemple',
    ...more,
  } satisfies FictitiousLine;
}

/** The text of an extraction. */
export const extractionText = (lines: FictitiousLine[], more: string[] = []): string =>
  [extractionHeader, ...lines.map(writeLine), ...more, ''].join('\n');

/** An empty base with the directory's tables, and extractions to import in it; `stop` removes all. */
export class DirectoryWorld {
  readonly database: Database;
  readonly place: string;
  readonly audit = new Audit('a key for the tests of the directory');

  private constructor(database: Database, place: string) {
    this.database = database;
    this.place = place;
  }

  static async open(): Promise<DirectoryWorld> {
    const place = mkdtempSync(join(tmpdir(), 'concertation-directory-'));
    const log = createLogger('silent');
    const source = { kind: 'embedded' } as const;
    return new DirectoryWorld(await Database.open({ source, dataDirectory: place, connections: 5, log }), place);
  }

  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.place, name);
    writeFileSync(path, content);
    return path;
  }

  async import(path: string, options: Parameters<typeof importExtraction>[2] = {}) {
    return importExtraction(this, await openExtraction(path), options);
  }

  /** Imports these people as an extraction of this day of October 2026. */
  importLines(lines: FictitiousLine[], day = 1, options: Parameters<typeof importExtraction>[2] = {}) {
    const name = `PS_LibreAcces_Personne_activite_202610${String(day).padStart(2, '0')}0000.txt`;
    return this.import(this.write(name, extractionText(lines)), options);
  }

  /** What a search finds, as « NOM Prénom ». */
  async names(text: string): Promise<string[]> {
    const { professionals } = await searchProfessionals(this.database.db, text);
    return professionals.map(({ familyName, givenName }) => `${familyName} ${givenName}`);
  }

  /** The tables and schemas that imports made and left. */
  async leftovers(): Promise<string[]> {
    const rows = await this.database.raw<{ name: string }[]>`
      select nspname as name from pg_namespace where nspname like 'directory%'
      union all select relname from pg_class where relname like 'directory%' and relkind = 'r' and relnamespace <> 'public'::regnamespace`;
    return rows.map(({ name }) => name);
  }

  async stop(): Promise<void> {
    await this.database.close();
    rmSync(this.place, { recursive: true, force: true });
  }
}
