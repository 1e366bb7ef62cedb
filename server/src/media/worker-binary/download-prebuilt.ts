import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import type { Work } from './work.ts';

/** A firewall that drops what it refuses would otherwise hold the preparation for as long as TCP is patient. */
const patience = 120_000;

/**
 * mediasoup's own download of a worker built by its authors. Its path in the work's folder, not yet tried; null when there
 * is none for this machine or the network refuses. Throws the signal's reason when told to stop.
 */
export async function downloadPrebuilt(work: Work): Promise<string | null> {
  work.tell('téléchargement du moteur vidéo', null);
  // The script writes under the folder it is run from, so that node_modules stays as npm left it. Where it finds nothing it
  // goes on to build with what pip downloads: without a Python it stops there at once.
  await runProgram(process.execPath, [join(work.mediasoup.directory, 'npm-scripts.mjs'), 'postinstall'], {
    directory: work.directory,
    log: work.log,
    signal: work.signal,
    patience,
    environment: {
      PYTHON: join(work.directory, 'no-python'),
      MEDIASOUP_WORKER_BIN: '',
      MEDIASOUP_LOCAL_DEV: '',
      NODE_USE_ENV_PROXY: '1',
    },
  });
  const binary = join(work.directory, 'worker', 'out', 'Release', 'mediasoup-worker');
  return existsSync(binary) ? binary : null;
}
