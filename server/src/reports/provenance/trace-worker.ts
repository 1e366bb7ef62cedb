import { parentPort, workerData } from 'node:worker_threads';
import { type Traced, traceProvenance } from './trace-provenance.ts';

parentPort?.postMessage(traceProvenance(workerData as Traced));
