/**
 * Media: what carries calls — the signalling socket with its rooms, and the engine behind it. Of the worker's binary, only
 * how it is made ready is told. Nothing here records, and nothing of what is said or shown reaches the database.
 */
export { createEngine } from './engine/create-engine.ts';
export type { Engine } from './engine/engine-port.ts';
export { iceServers } from './engine/turn-credentials.ts';
export { MediaHost, type MediaOptions } from './host.ts';
export {
  findWorkerBinary,
  prepareWorkerBinary,
  type WorkerBinary,
  type WorkerBinaryOptions,
} from './worker-binary/prepare-worker-binary.ts';
export type { TellProgress } from './worker-binary/work.ts';
