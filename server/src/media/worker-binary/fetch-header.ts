import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { debianKeyring } from './build-packages.ts';
import { debianMirrors } from './debian-mirrors.ts';
import { readDistribution } from './distribution.ts';
import { runProgram } from './run-program.ts';
import { Unavailable } from './unavailable.ts';
import type { Work } from './work.ts';

/** The suite whose rspamd brings a recent enough `unordered_dense.h`: no package of Debian's installs that header. */
const suite = 'trixie';
const sourcePackage = 'rspamd';
const headerInSource = 'contrib/ankerl/unordered_dense.h';
const patience = 300_000;

/** Downloads the source package; apt checks the archive's signature, and by it the file. Returns the tarball, or null. */
async function download(work: Work, directory: string, mirror: string): Promise<string | null> {
  const lists = join(directory, 'lists');
  const cache = join(directory, 'cache');
  const sourceList = join(directory, 'sources.list');
  await mkdir(join(lists, 'partial'), { recursive: true });
  await mkdir(join(cache, 'archives', 'partial'), { recursive: true });
  await writeFile(sourceList, `deb-src [signed-by=${debianKeyring}] ${mirror} ${suite} main\n`);
  const options = [
    `-oDir::State::Lists=${lists}`,
    `-oDir::Cache=${cache}`,
    `-oDir::Etc::SourceList=${sourceList}`,
    '-oDir::Etc::SourceParts=/dev/null',
    '-oAcquire::Languages=none',
    // These folders are ours: the system's own lists are neither read nor changed, and apt's user could not enter here.
    '-oAPT::Sandbox::User=root',
    '-q',
  ];
  const run = { directory, log: work.log, signal: work.signal, patience };
  if (!(await runProgram('apt-get', [...options, 'update'], run))) return null;
  if (!(await runProgram('apt-get', [...options, 'source', '--download-only', '--tar-only', sourcePackage], run)))
    return null;
  const tarball = (await readdir(directory)).find((name) => name.startsWith(`${sourcePackage}_`));
  return tarball ? join(directory, tarball) : null;
}

/**
 * Puts `unordered_dense.h` at `destination`, from Debian's source package, whose signature is checked. Throws Unavailable
 * when no mirror of this system gives it, and the signal's reason when told to stop.
 */
export async function fetchHeader(work: Work, destination: string): Promise<void> {
  const { codename } = await readDistribution();
  for (const [index, mirror] of (await debianMirrors(codename)).entries()) {
    const directory = join(work.directory, `debian-${index}`);
    await mkdir(directory);
    const tarball = await download(work, directory, mirror);
    const extract = ['xf', tarball ?? '', '--strip-components=1', '--wildcards', `*/${headerInSource}`];
    if (!tarball || !(await runProgram('tar', extract, { directory, log: work.log, signal: work.signal }))) continue;
    await mkdir(dirname(destination), { recursive: true });
    await copyFile(join(directory, headerInSource), destination);
    return;
  }
  throw new Unavailable(
    `Le moteur vidéo n’a pas pu être construit : aucun miroir Debian de cette machine ne donne les sources de ${sourcePackage} (${suite}).`,
  );
}
