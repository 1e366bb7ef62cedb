import type { MediaPath } from '@concertation/shared/contracts';
import type { MediaSettings } from '../../config/index.ts';
import { AppError } from '../../lib/index.ts';
import type { EngineProbe } from './engine-port.ts';
import type { MediaWorker } from './media-worker.ts';
import { fromEngine } from './refusals.ts';
import { openTransport, type TransportPaths } from './webrtc-transport.ts';

const lastsMs = 60_000;

/** Null where this installation has no such path: a relay reaches the server by UDP, whatever the browser reaches the relay by. */
function pathsOf(path: MediaPath, settings: MediaSettings): TransportPaths | null {
  const { udp, turn } = settings;
  if (path === 'tcp') return { udp: false, tcp: true };
  if (!udp || (path === 'relay' && turn.urls.length === 0)) return null;
  return { udp: true, tcp: path === 'relay' };
}

/** A transport by one path, on a router of its own; it closes by itself after a minute. Throws `call_unavailable`. */
export async function openProbe(
  worker: MediaWorker,
  path: MediaPath,
  settings: MediaSettings,
): Promise<EngineProbe | null> {
  const paths = pathsOf(path, settings);
  if (!paths) return null;
  const router = await fromEngine(() => worker.worker.createRouter());
  const transport = await openTransport(router, worker.door, { ...paths, data: true }).catch((error: unknown) => {
    router.close();
    throw error;
  });
  const timer = setTimeout(() => router.close(), lastsMs).unref();
  router.observer.once('close', () => clearTimeout(timer));
  return {
    transport: transport.options,
    connectTransport: async (transportId, dtlsParameters) => {
      if (transportId !== transport.id || router.closed) throw new AppError('not_found');
      await transport.connect(dtlsParameters);
    },
    close: () => router.close(),
  };
}
