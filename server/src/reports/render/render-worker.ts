import { parentPort, workerData } from 'node:worker_threads';
import { type Attachment, openTypesetter, type PageContent } from './typeset.ts';

/** A thread of one document: setting pages blocks for up to seconds, and what it took is given back when the thread ends. */
const { template, content, attachments } = workerData as {
  template: string;
  content: PageContent;
  attachments: Attachment[];
};
const pdf = openTypesetter(template)(content, attachments);
parentPort?.postMessage(pdf, [pdf.buffer as ArrayBuffer]);
