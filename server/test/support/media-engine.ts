import type { Test } from 'uvu';
import type { MediaSettings } from '../../src/config/index.ts';
import { readConfiguration } from '../../src/config/index.ts';
import { createLogger } from '../../src/lib/index.ts';
import { createEngine, type MediaEngine } from '../../src/media/engine/create-engine.ts';
import type { WorkerLoad } from '../../src/media/engine/worker-load.ts';
import { realWorkerBinary } from './media-worker.ts';
import { waitFor } from './wait-for.ts';

/** Where the machine has no media worker these tests are skipped, unless it is the machine that must say whether all holds. */
export async function workerForTests(): Promise<string | null> {
  try {
    return await realWorkerBinary();
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    console.log(`sans moteur vidéo, non essayé : ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** The same as `test`, or `test.skip` where there is no worker. */
export function whereThereIsAWorker(test: Test, path: string | null): (name: string, act: () => Promise<void>) => void {
  return (name, act) => (path === null ? test.skip(name, act) : test(name, act));
}

export const mediaSettings = (over: Partial<MediaSettings> = {}): MediaSettings => ({
  ...readConfiguration({ NODE_ENV: 'test' }).configuration.media,
  listenAddress: '127.0.0.1',
  workers: 1,
  ...over,
});

/** The real engine on the real worker, ready. */
export async function startEngine(path: string, over: Partial<MediaSettings> = {}): Promise<MediaEngine> {
  const settings = mediaSettings(over);
  const engine = createEngine({
    settings,
    log: createLogger('silent'),
    prepare: async () => ({ kind: 'ready', path }),
  });
  await waitFor(async () => (await engine.load()).length === settings.workers, 'every worker lives');
  return engine;
}

/** What lives in all the workers together. */
export async function totals(
  engine: MediaEngine,
): Promise<Omit<WorkerLoad, 'pid' | 'cpuMilliseconds' | 'peakMemoryBytes'>> {
  const loads = await engine.load();
  const sum = (key: 'routers' | 'transports' | 'producers' | 'consumers' | 'objects') =>
    loads.reduce((total, load) => total + load[key], 0);
  return {
    routers: sum('routers'),
    transports: sum('transports'),
    producers: sum('producers'),
    consumers: sum('consumers'),
    objects: sum('objects'),
  };
}
