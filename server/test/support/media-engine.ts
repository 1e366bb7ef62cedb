import type { MediaSettings } from '../../src/config/index.ts';
import { readConfiguration } from '../../src/config/index.ts';
import { createLogger } from '../../src/lib/index.ts';
import { createEngine, type MediaEngine } from '../../src/media/engine/create-engine.ts';
import type { WorkerLoad } from '../../src/media/engine/worker-load.ts';
import { waitFor } from './wait-for.ts';

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
