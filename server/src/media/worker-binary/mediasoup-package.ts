import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** mediasoup as npm installed it: the worker's sources are in `directory`/worker. */
export type MediasoupPackage = { directory: string; version: string };

/** The installed package. Its `exports` hide package.json, so that its folder is found from its entry, node/lib/index.js. */
export function installedMediasoup(): MediasoupPackage {
  const entry = createRequire(import.meta.url).resolve('mediasoup');
  return readMediasoup(join(dirname(entry), '..', '..'));
}

/** The package in this folder. */
export function readMediasoup(directory: string): MediasoupPackage {
  const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { version: string };
  return { directory, version };
}

/** Where mediasoup's own installation puts its worker. */
export const packagedWorker = (mediasoup: MediasoupPackage) =>
  join(mediasoup.directory, 'worker', 'out', 'Release', 'mediasoup-worker');
