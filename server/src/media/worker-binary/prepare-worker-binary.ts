import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { buildWorker } from './build-worker.ts';
import { type CachePlace, cachePlace } from './cache-place.ts';
import { downloadPrebuilt } from './download-prebuilt.ts';
import { withLock } from './lock.ts';
import { installedMediasoup, type MediasoupPackage, packagedWorker } from './mediasoup-package.ts';
import { Unavailable } from './unavailable.ts';
import type { TellProgress, Work } from './work.ts';
import { workerRuns } from './worker-runs.ts';

/** How a worker that is nowhere yet is obtained; tests hand in their own. */
export type Means = {
  mediasoup: MediasoupPackage;
  /** A path in the work's folder, or null when there is none. */
  download: (work: Work) => Promise<string | null>;
  /** A path in the work's folder; throws Unavailable. */
  build: (work: Work) => Promise<string>;
};

export type WorkerBinaryOptions = {
  /** MEDIASOUP_WORKER_BIN: used or refused, never replaced by another. */
  given: string | null;
  /** The cache's root; the worker is kept below, apart from other versions and systems. */
  cacheDirectory: string;
  tell?: TellProgress;
  /** Stops the preparation, and every program that it started. */
  signal?: AbortSignal;
  means?: Partial<Means>;
};

/** The worker, with where it was found; or why there is none, in French, for whoever administers the installation. */
export type WorkerBinary =
  | { kind: 'ready'; path: string; from: 'given' | 'cache' | 'package' | 'download' | 'build' }
  | { kind: 'unavailable'; reason: string; missingPackages: string[] };

const workPrefix = 'work-';
const unavailable = (reason: string, missingPackages: string[] = []): WorkerBinary => ({
  kind: 'unavailable',
  reason,
  missingPackages,
});

/** A worker that is already there: given, kept, or in mediasoup's package. Null when one would have to be obtained. */
export async function findWorkerBinary(options: WorkerBinaryOptions): Promise<WorkerBinary | null> {
  const mediasoup = options.means?.mediasoup ?? installedMediasoup();
  if (options.given !== null) {
    const path = resolve(options.given);
    return (await workerRuns(path))
      ? { kind: 'ready', path, from: 'given' }
      : unavailable(
          `MEDIASOUP_WORKER_BIN désigne ${path}, qui ne fonctionne pas ici : donnez un mediasoup-worker ${mediasoup.version} qui s’exécute sur cette machine, ou retirez ce réglage.`,
        );
  }
  const { binary } = await cachePlace(options.cacheDirectory, mediasoup.version);
  if (await workerRuns(binary)) return { kind: 'ready', path: binary, from: 'cache' };
  const packaged = packagedWorker(mediasoup);
  return (await workerRuns(packaged)) ? { kind: 'ready', path: packaged, from: 'package' } : null;
}

async function obtain(place: CachePlace, means: Means, work: Work): Promise<WorkerBinary> {
  const keep = async (path: string, from: 'download' | 'build'): Promise<WorkerBinary | null> => {
    if (!(await workerRuns(path))) return null;
    await rename(path, place.binary);
    return { kind: 'ready', path: place.binary, from };
  };
  const downloaded = await means.download(work);
  const kept = downloaded && (await keep(downloaded, 'download'));
  if (kept) return kept;
  const built = await keep(await means.build(work), 'build');
  if (!built) throw new Unavailable('Le moteur vidéo a été construit, mais ne fonctionne pas sur cette machine.');
  return built;
}

/** In a folder of its own, beside the worker so that a rename puts it in place. The lock is held: what a crash left is removed. */
async function work(place: CachePlace, means: Means, tell: TellProgress, signal: AbortSignal): Promise<WorkerBinary> {
  for (const left of await readdir(place.directory))
    if (left.startsWith(workPrefix)) await rm(join(place.directory, left), { recursive: true, force: true });
  const directory = await mkdtemp(join(place.directory, workPrefix));
  // Whoever waited for a preparation that failed tries at once: what explains the failure is kept beside.
  await rename(place.log, `${place.log}.before`).catch(() => undefined);
  const log = createWriteStream(place.log, { mode: 0o600 });
  // A log that cannot be written must not stop what it tells of.
  log.on('error', () => undefined);
  try {
    return await obtain(place, means, { mediasoup: means.mediasoup, directory, log, tell, signal });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return unavailable(`${error.message} Journal : ${place.log}`, error.missingPackages);
  } finally {
    log.end();
    // A journal that could not be written changes nothing of what was prepared.
    await finished(log).catch(() => undefined);
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Makes mediasoup's worker ready: the one given, else the one kept in the cache, else the one in mediasoup's package, else
 * mediasoup's own download, else a build from its sources (five to ten minutes). Each is run before it is believed. Processes
 * that prepare at once do it once: the others wait. Never throws for what an installation may meet: it answers why.
 */
export async function prepareWorkerBinary(options: WorkerBinaryOptions): Promise<WorkerBinary> {
  const signal = options.signal ?? new AbortController().signal;
  const tell = options.tell ?? (() => undefined);
  try {
    const found = await findWorkerBinary(options);
    if (found) return found;
    const means: Means = {
      mediasoup: options.means?.mediasoup ?? installedMediasoup(),
      download: options.means?.download ?? downloadPrebuilt,
      build: options.means?.build ?? buildWorker,
    };
    const place = await cachePlace(options.cacheDirectory, means.mediasoup.version);
    await mkdir(place.directory, { recursive: true, mode: 0o700 });
    const waits = () => tell('une autre préparation du moteur vidéo est en cours', null);
    return await withLock(
      place.lock,
      signal,
      waits,
      async () => (await findWorkerBinary(options)) ?? (await work(place, means, tell, signal)),
    );
  } catch (error) {
    if (signal.aborted) return unavailable('La préparation du moteur vidéo a été interrompue.');
    const said = error instanceof Error ? error.message : String(error);
    return unavailable(
      `La préparation du moteur vidéo a échoué (${said}) : vérifiez que ${options.cacheDirectory} peut être écrit, ou réglez MEDIA_CACHE_DIR.`,
    );
  }
}
