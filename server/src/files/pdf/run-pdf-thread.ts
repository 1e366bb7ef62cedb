import { Worker } from 'node:worker_threads';
import { limits } from '../limits.ts';
import type { PdfAnswer, PdfWork } from './pdf-work.ts';

/** A PDF could not be read or drawn: broken, protected by a password, or over the limits of time and memory. */
export class PdfFailed extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'PdfFailed';
  }
}

/**
 * Reads or draws a PDF in a thread of its own, within `limits.pdfSeconds` and `limits.pdfMegabytes`. The content is
 * copied to it. Throws PdfFailed.
 */
export async function runPdfThread<Work extends PdfWork>(work: Work): Promise<PdfAnswer<Work>> {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: work,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.pdfMegabytes },
  });
  // What libraries print about a document may quote it.
  worker.stdout.resume();
  worker.stderr.resume();
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer<Work>>();
  const patience = setTimeout(
    () => reject(new PdfFailed(`nothing after ${limits.pdfSeconds} s`)),
    limits.pdfSeconds * 1000,
  );
  worker.once('message', resolve);
  worker.once('error', (cause) => reject(new PdfFailed('the document cannot be read', { cause })));
  worker.once('exit', (code) => reject(new PdfFailed(`the thread ended with ${code}`)));
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    await worker.terminate();
  }
}
