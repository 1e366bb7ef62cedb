import type { MediaEngineState } from '@concertation/shared/contracts';
import type { MediaSettings } from '../../config/index.ts';
import { AppError, type Logger } from '../../lib/index.ts';
import type { TellProgress } from '../worker-binary/work.ts';
import type { Engine } from './engine-port.ts';
import { EngineStatus } from './engine-status.ts';
import { routerCapabilities } from './media-codecs.ts';
import { openProbe } from './probe.ts';
import { Room } from './room.ts';
import { type WorkerLoad, workerLoad } from './worker-load.ts';
import { WorkerPool } from './worker-pool.ts';

export type EngineOptions = {
  settings: MediaSettings;
  log: Logger;
  /** Finds, downloads or builds the worker's program; may last ten minutes. Ends early when the signal says so. */
  prepare: (tell: TellProgress, signal: AbortSignal) => Promise<Prepared>;
};

/** What the engine needs of a `WorkerBinary`: where the program is, or why there is none, in French. */
export type Prepared = { kind: 'ready'; path: string } | { kind: 'unavailable'; reason: string };

/** mediasoup behind the port, with what it costs for the tests and the bench. */
export type MediaEngine = Engine & { load: () => Promise<WorkerLoad[]> };

/**
 * Starts to carry calls, in the background: answers at once, `preparing`, and tells by `onState` what became of it.
 * Nothing here stops the rest of the product. `stop` leaves no process.
 */
export function createEngine({ settings, log, prepare }: EngineOptions): MediaEngine {
  const status = new EngineStatus();
  const rooms = new Set<Room>();
  const stopping = new AbortController();
  let pool: WorkerPool | null = null;

  const begin = async (): Promise<void> => {
    const prepared = await prepare((step, percent) => status.prepares(step, percent), stopping.signal);
    if (stopping.signal.aborted) return;
    if (prepared.kind === 'unavailable') {
      log.warn({ reason: prepared.reason }, 'media worker unavailable');
      return status.unavailable(prepared.reason);
    }
    status.prepares('démarrage du moteur vidéo', null);
    const started = new WorkerPool({ settings, path: prepared.path, log, changed: () => status.follow(started) });
    pool = started;
    await started.start();
  };

  let begun: Promise<void> = Promise.resolve();
  if (settings.enabled)
    begun = begin().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      log.error({ err: error, reason }, 'media engine did not start');
      status.unavailable('La préparation du moteur vidéo a échoué : voyez le journal du serveur.');
    });
  else status.unavailable('Visioconférence désactivée par la configuration (MEDIA_OFF).');

  const leastLoaded = () => {
    const worker = stopping.signal.aborted ? null : pool?.leastLoaded();
    if (!worker) throw new AppError('call_unavailable');
    return worker;
  };

  return {
    state: (): MediaEngineState => status.state,
    onState: (listener) => status.on(listener),
    openRoom: async () => {
      leastLoaded();
      if (!pool) throw new AppError('call_unavailable');
      return Room.open(pool, settings, rooms);
    },
    probe: async (path) => openProbe(leastLoaded(), path, settings),
    rtpCapabilities: () => routerCapabilities,
    load: async () => Promise.all((pool?.living ?? []).map(workerLoad)),
    stop: async () => {
      stopping.abort();
      for (const room of rooms) room.close();
      await pool?.stop();
      await begun;
    },
  };
}
