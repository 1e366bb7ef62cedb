import { parentPort, workerData } from 'node:worker_threads';
import type { ReportContent } from './report-content.ts';
import { openTypesetter } from './typeset.ts';

/** A thread of one report: setting pages blocks for up to seconds, and what it took is given back when the thread ends. */
const pdf = openTypesetter()(workerData as ReportContent);
parentPort?.postMessage(pdf, [pdf.buffer as ArrayBuffer]);
