import { parentPort, workerData } from 'node:worker_threads';
import { hasActiveContent } from './active-content.ts';
import { drawPdfPage } from './draw-pdf-page.ts';
import { openPdf } from './open-pdf.ts';
import type { PdfInspection, PdfWork } from './pdf-work.ts';

async function inspect(content: Uint8Array): Promise<PdfInspection> {
  // The library takes for itself the bytes that it is given.
  const active = await hasActiveContent(content.slice());
  const document = await openPdf(content);
  await document.getPage(1);
  return { pages: document.numPages, active };
}

/** A thread of one document: reading a PDF blocks, and what it took is given back when the thread ends. */
const work = workerData as PdfWork;
parentPort?.postMessage(
  work.kind === 'inspect' ? await inspect(work.content) : await drawPdfPage(work.content, work.page, work.width),
);
