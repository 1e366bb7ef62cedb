import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { aptLine, missingBuildPackages } from './build-packages.ts';
import { readDistribution } from './distribution.ts';
import { fetchHeader } from './fetch-header.ts';
import { ninjaPercent } from './ninja-percent.ts';
import { patchFor, recipeDirectory } from './recipe.ts';
import { runProgram } from './run-program.ts';
import { Unavailable } from './unavailable.ts';
import type { Work } from './work.ts';

const bytesPerCompiler = 1.5 * 1024 ** 3;

/** As many compilers as there are processors, unless memory would not hold them. */
const compilers = () => Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / bytesPerCompiler)));

/** Whether this machine can build it at all, asked before anything is fetched. */
async function refuseWhatCannotBe(version: string): Promise<string> {
  const { id } = await readDistribution();
  const instead = `donnez par MEDIASOUP_WORKER_BIN le chemin d’un mediasoup-worker ${version} construit pour cette machine`;
  if (process.platform !== 'linux' || id !== 'debian')
    throw new Unavailable(
      `Le moteur vidéo n’a pas pu être téléchargé, et ne se construit que sous Debian : ${instead}.`,
    );
  const patch = patchFor(version);
  if (!patch)
    throw new Unavailable(
      `Le moteur vidéo n’a pas pu être téléchargé, et il n’y a pas de recette pour mediasoup ${version} : ${instead}.`,
    );
  const missing = await missingBuildPackages();
  if (missing.length > 0)
    throw new Unavailable(
      `Le moteur vidéo n’a pas pu être téléchargé, et il manque de quoi le construire : ${aptLine(missing)}, puis relancez ; ou ${instead}.`,
      missing,
    );
  return patch;
}

/** Puts our subprojects where mediasoup's wraps expect the libraries that they would download. */
async function placeSubprojects(work: Work): Promise<void> {
  const into = join(work.directory, 'worker', 'subprojects');
  const from = join(recipeDirectory, 'subprojects');
  for (const name of await readdir(from)) {
    const wrap = await readFile(join(into, `${name}.wrap`), 'utf8');
    const place = join(into, /^directory = (.+)$/m.exec(wrap)?.[1]?.trim() ?? name);
    await cp(join(from, name), place, { recursive: true });
    if (name === 'unordered-dense') await fetchHeader(work, join(place, 'include', 'ankerl', 'unordered_dense.h'));
  }
}

/**
 * Builds the worker from the npm package's own sources against the distribution's libraries: five to ten minutes on two
 * processors, politely. Returns its path in the work's folder, not yet tried. Throws Unavailable when it cannot be, and
 * the signal's reason when told to stop.
 */
export async function buildWorker(work: Work): Promise<string> {
  const patch = await refuseWhatCannotBe(work.mediasoup.version);
  const sources = join(work.directory, 'worker');
  const output = join(sources, 'build');
  const run = { log: work.log, signal: work.signal };
  const must = async (what: string, [command = '', ...rest]: string[], directory: string) => {
    if (!(await runProgram(command, rest, { ...run, directory })))
      throw new Unavailable(`La construction du moteur vidéo a échoué (${what}).`);
  };

  work.tell('préparation des sources du moteur vidéo', null);
  await mkdir(sources, { recursive: true });
  await cp(join(work.mediasoup.directory, 'worker'), sources, { recursive: true });
  await must('correctif', ['patch', '-p1', '-i', patch], work.directory);
  await placeSubprojects(work);

  work.tell('réglage de la construction du moteur vidéo', null);
  const setup = ['meson', 'setup', '--wrap-mode=nodownload', '--buildtype=release', '-Db_ndebug=true', output];
  await must('réglage', ['nice', '-n', '15', ...setup], sources);
  // Some of mediasoup's libwebrtc includes these headers without saying so to meson: in any order, they may come too late.
  await must('en-têtes', ['meson', 'compile', '-C', output, 'flatbuffers-generator'], sources);

  const step = 'construction du moteur vidéo';
  work.tell(step, 0);
  const ninja = ['-n', '15', 'ninja', '-C', output, '-j', String(compilers()), 'mediasoup-worker'];
  const onText = (text: string) => {
    const percent = ninjaPercent(text);
    if (percent !== null) work.tell(step, percent);
  };
  if (!(await runProgram('nice', ninja, { ...run, directory: sources, onText })))
    throw new Unavailable('La construction du moteur vidéo a échoué (compilation).');
  await must('allègement', ['strip', join(output, 'mediasoup-worker')], output);
  return join(output, 'mediasoup-worker');
}
