import { parentPort, workerData } from 'node:worker_threads';
import { examineFile } from './verify-file.ts';

/** A thread of one file, which comes from anybody: what it took, in time and memory, is given back when the thread ends. */
const { pdf, expected } = workerData as { pdf: Uint8Array; expected: readonly Uint8Array[] };
parentPort?.postMessage(await examineFile(pdf, expected));
