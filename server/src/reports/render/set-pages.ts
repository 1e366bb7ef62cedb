import { Worker } from 'node:worker_threads';
import { breakablePieces, drawableText } from './drawable-text.ts';
import { RenderingFailed } from './failures.ts';
import { fontCoverage } from './font-coverage.ts';
import type { Form, PageContent } from './typeset.ts';

/** The longest report seen in tests takes a tenth of this; beyond it something is wrong. */
const patienceSeconds = 120;

/**
 * Sets a content on the pages of a Typst template, in a thread of its own, in each of the forms asked, on the product's
 * fonts. The template reads `/content.json`. Same value in, same bytes out. Rejects with RenderingFailed.
 */
export async function setForms(template: string, content: PageContent, forms: Form[]): Promise<Uint8Array[]> {
  const workerData = { template, content, forms };
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData, execArgv: [] });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array[]>();
  const patience = setTimeout(
    () => reject(new RenderingFailed(`no page after ${patienceSeconds} s`)),
    patienceSeconds * 1000,
  );
  worker.once('message', resolve);
  worker.once('error', (cause) =>
    reject(new RenderingFailed(cause instanceof Error ? cause.message : 'unknown', { cause })),
  );
  worker.once('exit', (code) => reject(new RenderingFailed(`the thread ended with ${code}`)));
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    await worker.terminate();
  }
}

/** The same for one file without any other inside: PDF/A-3a and PDF/UA-1. */
export async function setPages(template: string, content: PageContent): Promise<Uint8Array> {
  const [pdf] = await setForms(template, content, [{ kind: 'accessible', attachments: [] }]);
  if (!pdf) throw new RenderingFailed('the thread gave no file');
  return pdf;
}

/** A typed text as a page of regular letters takes it: drawable, in pieces between which a line may break. */
export const pageWords = (text: string): string[] => breakablePieces(drawableText(text, fontCoverage().regular), 40);
