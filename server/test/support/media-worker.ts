import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readConfiguration } from '../../src/config/index.ts';
import { findWorkerBinary } from '../../src/media/index.ts';

/** A program that answers as a media worker does when it is only tried: it starts, and refuses to work alone. */
export function writeFakeWorker(path: string, status = 41): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\nexit ${status}\n`);
  chmodSync(path, 0o755);
  return path;
}

/**
 * The real media worker of this machine: the one `npm test` made ready, or one that is already kept. Throws when there is
 * none: `npm run media:prepare` makes it.
 */
export async function realWorkerBinary(): Promise<string> {
  const { MEDIASOUP_WORKER_BIN, MEDIA_CACHE_DIR, XDG_CACHE_HOME } = process.env;
  const { media } = readConfiguration({ MEDIASOUP_WORKER_BIN, MEDIA_CACHE_DIR, XDG_CACHE_HOME }).configuration;
  const found = await findWorkerBinary({ given: media.workerBin, cacheDirectory: media.cacheDirectory });
  if (found?.kind === 'ready') return found.path;
  throw new Error(found?.reason ?? 'Aucun moteur vidéo n’est prêt : lancez npm run media:prepare.');
}
