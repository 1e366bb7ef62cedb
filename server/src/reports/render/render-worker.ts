import { parentPort, workerData } from 'node:worker_threads';
import { openTypesetter, type PageContent } from './typeset.ts';

/** A thread of one document: setting pages blocks for up to seconds, and what it took is given back when the thread ends. */
const { template, content } = workerData as { template: string; content: PageContent };
const pdf = openTypesetter(template)(content);
parentPort?.postMessage(pdf, [pdf.buffer as ArrayBuffer]);
