import { resolve } from 'node:path';
import { Audit } from './audit/index.ts';
import { ConfigurationError, readConfiguration } from './config/index.ts';
import { Database } from './database/index.ts';
import {
  ExtractionRefused,
  importExtraction,
  type ImportProgress,
  type ImportReport,
  openExtraction,
} from './directory/index.ts';
import { createLogger } from './lib/index.ts';

const width = 30;
const steps = { read: 'Lecture', build: 'Regroupement', index: 'Index', swap: 'Mise en service' };
const count = new Intl.NumberFormat('fr-FR');
const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** One line rewritten on a terminal; elsewhere, one line for each tenth of a step. */
function createBar(): (progress: ImportProgress) => void {
  const begun = performance.now();
  const terminal = process.stderr.isTTY;
  let said = '';
  return ({ step, part, lines }) => {
    const tenth = `${step} ${Math.floor(part * (terminal ? 100 : 10))}`;
    if (tenth === said) return;
    said = tenth;
    const full = Math.round(part * width);
    const bar = `[${'█'.repeat(full)}${'·'.repeat(width - full)}]`;
    const rate =
      step === 'read' ? ` (${count.format(Math.round(lines / ((performance.now() - begun) / 1000)))} lignes/s)` : '';
    const line = `${steps[step].padEnd(16)}${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${count.format(lines)} lignes${rate}`;
    process.stderr.write(terminal ? `\r\u001b[K${line}${step === 'swap' ? '\n' : ''}` : `${line}\n`);
  };
}

function describe({ firstBadLines, ...report }: ImportReport, seconds: number): string {
  const n = (value: number) => count.format(value);
  return [
    `Annuaire du ${day.format(report.fileDate)} en service : ${n(report.professionals)} professionnels, ${n(report.lines)} lignes lues en ${seconds.toFixed(0)} s.`,
    `Depuis le précédent : ${n(report.arrivals)} arrivées, ${n(report.departures)} départs, ${n(report.changed)} activités modifiées.`,
    ...(report.badLines > 0 ? [`${n(report.badLines)} lignes illisibles ont été laissées de côté :`] : []),
    ...firstBadLines.map(({ line, problem }) => `  ligne ${n(line)} : ${problem}`),
    ...(report.badLines > firstBadLines.length ? [`  … et ${n(report.badLines - firstBadLines.length)} autres.`] : []),
    '',
  ].join('\n');
}

/**
 * `npm run rpps:import -- FILE`: puts an extraction of the RPPS directory in force, beside a running product or alone. Exit
 * code 1 when it is refused, and nothing has changed; 2 when no file was named.
 */
async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const [file] = given.filter((word) => !word.startsWith('--'));
  if (!file) {
    process.stderr.write('Usage : npm run rpps:import -- FICHIER [--accept-departures]\n');
    process.exitCode = 2;
    return;
  }
  const { configuration, secrets } = readConfiguration(process.env);
  const extraction = await openExtraction(resolve(process.env.INIT_CWD ?? '.', file));
  const database = await Database.open({
    source: configuration.database,
    dataDirectory: configuration.dataDirectory,
    connections: 2,
    log: createLogger('error'),
    beside: true,
  });
  try {
    const begun = performance.now();
    const report = await importExtraction({ database, audit: new Audit(secrets.auditKey) }, extraction, {
      tell: createBar(),
      acceptDepartures: given.includes('--accept-departures'),
    });
    process.stdout.write(describe(report, (performance.now() - begun) / 1000));
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  const told = error instanceof ExtractionRefused || error instanceof ConfigurationError;
  const text = error instanceof Error ? (told ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`\n${text}\n`);
  process.exitCode = 1;
});
