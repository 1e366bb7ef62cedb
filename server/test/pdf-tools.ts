import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs that know nothing of ours: poppler, qpdf, openssl. */
export type Tools = ReturnType<typeof openTools>;

/** Where Debian puts Apache Preflight and what it needs; `PREFLIGHT` gives another class path. */
const preflightClassPath =
  process.env.PREFLIGHT ??
  ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api']
    .map((name) => `/usr/share/java/${name}.jar`)
    .join(':');

type Answer = { status: number; output: string };

/** A folder of one's own, and the programs that look at what is put there. `close` removes it. */
export function openTools() {
  const folder = mkdtempSync(join(tmpdir(), 'concertation-pdf-'));
  let count = 0;

  function keep(bytes: Uint8Array | string, name = `${(count += 1)}.pdf`): string {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  function run(program: string, ...args: string[]): Answer {
    const result = spawnSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    });
    if (result.error)
      throw new Error(
        `${program} is needed by this test (apt-get install poppler-utils qpdf openssl default-jre-headless libpdfbox2-java libjaxb-api-java): ${result.error.message}`,
      );
    return { status: result.status ?? -1, output: result.stdout + result.stderr };
  }

  return {
    folder,
    keep,
    run,
    preflightClassPath,
    preflightClass: 'org.apache.pdfbox.preflight.Validator_A1b',
    close: () => rmSync(folder, { recursive: true, force: true }),
    /** The words of a PDF in reading order, with every run of white space made one space. */
    wordsOf: (pdf: Uint8Array) => run('pdftotext', '-raw', keep(pdf), '-').output.replace(/\s+/g, ' '),
    pagesOf: (pdf: Uint8Array) => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', keep(pdf)).output)?.[1]),
  };
}
