import { join, resolve } from 'node:path';
import { readDistribution } from './distribution.ts';
import { recipeHash } from './recipe.ts';

/** Where the worker of one version of mediasoup is kept for one system. */
export type CachePlace = {
  directory: string;
  /** The worker. It appears whole, by a rename, once it has run. */
  binary: string;
  /** Held by whoever prepares. */
  lock: string;
  /** What the last preparation's programs said; what those of the one before said is in `.before`. */
  log: string;
};

/** The place of this version on this machine, under the cache's root. It is not created. */
export async function cachePlace(cacheDirectory: string, version: string): Promise<CachePlace> {
  const { id, version: release } = await readDistribution();
  const key = [version, process.platform, process.arch, recipeHash(`${id} ${release}`)].join('-');
  const directory = resolve(cacheDirectory, 'mediasoup-worker', key);
  return {
    directory,
    binary: join(directory, 'mediasoup-worker'),
    lock: join(directory, 'lock'),
    log: join(directory, 'build.log'),
  };
}
