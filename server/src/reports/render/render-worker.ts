import { parentPort, workerData } from 'node:worker_threads';
import { type Form, openTypesetter, type PageContent } from './typeset.ts';

/** A thread of one document: setting pages blocks for up to seconds, and what it took is given back when the thread ends. */
const { template, content, forms } = workerData as { template: string; content: PageContent; forms: Form[] };
const files = await openTypesetter(template)(content, forms);
parentPort?.postMessage(
  files,
  files.map(({ buffer }) => buffer as ArrayBuffer),
);
