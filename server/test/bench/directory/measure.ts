import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { Child } from '../child.ts';
import { generateExtraction } from './generate-extraction.ts';
import type { DirectoryReady, DirectoryTimes, Imported } from './messages.ts';
import { searchAlone } from './peers.ts';
import { searchAsPeople } from './people-search.ts';
import { makeSearches } from './searches.ts';

/** The flags of `npm run rpps:import`, in scripts/run.mjs. */
const importFlags = ['--max-semi-space-size=8', '--max-old-space-size=192'];
/** As often as somebody who types pauses long enough to be answered. */
const everyMs = 1000;

/** Imports a generated extraction the size of the country's, then lets fifty people search in it. */
export async function measureDirectory(
  socketDirectory: string,
  { lines, seconds }: { lines: number; seconds: number },
  say: (line: string) => void,
): Promise<DirectoryTimes> {
  const place = mkdtempSync(join(tmpdir(), 'concertation-bench-rpps-'));
  try {
    const path = join(place, 'PS_LibreAcces_Personne_activite_202610080815.txt');
    say(`  extraction fictive de ${lines} lignes…`);
    await generateExtraction(path, lines);
    const cluster = postgres({ path: `${socketDirectory}/.s.PGSQL.5432`, username: 'app', database: 'postgres' });
    await cluster`create database directory`;
    await cluster.end();
    const url = `postgres://app@localhost/directory?host=${socketDirectory}`;
    const importer = new Child<never, Imported>('./directory/import.ts', 0, [url, path], importFlags);
    const { cost } = await importer.next('imported');
    await importer.end();
    say(
      `  import : ${Math.round(cost.lines / cost.seconds)} lignes/s, ${cost.seconds.toFixed(0)} s (lecture ${cost.readSeconds.toFixed(0)} s), ${cost.peakMib.toFixed(0)} Mio`,
    );
    const searches = makeSearches();
    const alone = await searchAlone(url, socketDirectory, searches);
    for (const [who, { p50, p95 }] of alone) say(`  ${who} : p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
    const server = new Child<never, DirectoryReady>('./directory/target.ts', 0, [url]);
    const { port } = await server.next('ready');
    const people = await searchAsPeople(port, searches, { seconds, everyMs });
    await server.end();
    for (const [kind, { p50, p95, p99 }] of people)
      say(`  ${kind} : p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
    return { cost, people, alone, everyMs };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
