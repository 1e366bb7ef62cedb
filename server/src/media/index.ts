/** Media: what carries calls. Of the worker's binary, only how it is made ready is told. */
export {
  findWorkerBinary,
  prepareWorkerBinary,
  type WorkerBinary,
  type WorkerBinaryOptions,
} from './worker-binary/prepare-worker-binary.ts';
export type { TellProgress } from './worker-binary/work.ts';
