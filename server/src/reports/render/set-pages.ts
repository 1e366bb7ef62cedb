import { Worker } from 'node:worker_threads';
import { breakablePieces, drawableText } from './drawable-text.ts';
import { RenderingFailed } from './failures.ts';
import { fontCoverage } from './font-coverage.ts';
import type { Attachment, PageContent } from './typeset.ts';

/** The longest report seen in tests takes a tenth of this; beyond it something is wrong. */
const patienceSeconds = 120;

/**
 * Sets a content on the pages of a Typst template, in a thread of its own: PDF/A-3a, tagged, on the product's fonts. The
 * template reads `/content.json`. Same value in, same bytes out. Rejects with RenderingFailed.
 */
export async function setPages(
  template: string,
  content: PageContent,
  attachments: Attachment[] = [],
): Promise<Uint8Array> {
  const workerData = { template, content, attachments };
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData, execArgv: [] });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
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

/** A typed text as a page of regular letters takes it: drawable, in pieces between which a line may break. */
export const pageWords = (text: string): string[] => breakablePieces(drawableText(text, fontCoverage().regular), 40);
