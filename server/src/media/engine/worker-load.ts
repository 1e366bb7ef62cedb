import type { types } from 'mediasoup';
import type { MediaWorker } from './media-worker.ts';

/** What one worker holds and has cost, as the worker itself counts it. */
export type WorkerLoad = {
  pid: number;
  routers: number;
  transports: number;
  producers: number;
  /** Pipes to other workers included. */
  consumers: number;
  /** Everything that lives in it, observers and doors included: equal before and after when nothing leaks. */
  objects: number;
  cpuMilliseconds: number;
  peakMemoryBytes: number;
};

const sum = (dumps: readonly types.RouterDump[], count: (dump: types.RouterDump) => number): number =>
  dumps.reduce((total, dump) => total + count(dump), 0);

/** Asks one worker. Throws when it dies meanwhile. */
export async function workerLoad({ worker, routers }: MediaWorker): Promise<WorkerLoad> {
  const dumps = await Promise.all([...routers].filter((router) => !router.closed).map((router) => router.dump()));
  const [dump, usage] = await Promise.all([worker.dump(), worker.getResourceUsage()]);
  return {
    pid: worker.pid,
    routers: dump.routerIds.length,
    transports: sum(dumps, ({ transportIds }) => transportIds.length),
    producers: sum(dumps, ({ mapProducerIdConsumerIds }) => mapProducerIdConsumerIds.length),
    consumers: sum(dumps, ({ mapConsumerIdProducerId }) => mapConsumerIdProducerId.length),
    objects: dump.channelMessageHandlers.channelRequestHandlers.length,
    cpuMilliseconds: usage.ru_utime + usage.ru_stime,
    peakMemoryBytes: usage.ru_maxrss * 1024,
  };
}
