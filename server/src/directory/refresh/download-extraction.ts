import { createWriteStream } from 'node:fs';
import { mkdir, rm, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExtractionRefused } from '../extraction/refused.ts';
import type { ExtractionOrigin } from '../importing/import-extraction.ts';

export type Downloaded = { path: string; origin: ExtractionOrigin };

/** More than twice the real text. */
const largestFile = 2 * 1024 ** 3;
const longestMs = 60 * 60_000;

/** The name that the last address of the redirections ends with: it says the date of the file where it says one. */
function nameOf(address: string): string {
  const name = basename(new URL(address).pathname).replace(/[^\w.-]/g, '_');
  return name === '' || name.startsWith('.') ? 'extraction' : name;
}

function limit(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _, pass) {
      seen += chunk.length;
      pass(seen > bytes ? new ExtractionRefused('L’extraction à télécharger dépasse la taille permise.') : null, chunk);
    },
  });
}

/**
 * Downloads an extraction into `directory`, emptied first; null when its server says that it is still the one of
 * `former`. Throws ExtractionRefused when it is larger than `largest` bytes (2 GiB), and what fetch throws when the
 * download fails or is cut.
 */
export async function downloadExtraction(
  address: string,
  directory: string,
  former: ExtractionOrigin | null,
  largest = largestFile,
): Promise<Downloaded | null> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const known = former?.address === address ? former : null;
  const headers = {
    ...(known?.entityTag ? { 'if-none-match': known.entityTag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  };
  const response = await fetch(address, { headers, signal: AbortSignal.timeout(longestMs) });
  if (response.status === 304) return null;
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`the server of the extraction answered ${response.status}`);
  }
  const path = join(directory, nameOf(response.url));
  // The same stream under two declarations, the DOM's and Node's.
  await pipeline(Readable.fromWeb(response.body as never), limit(largest), createWriteStream(path, { mode: 0o600 }));
  const lastModified = response.headers.get('last-modified');
  const made = new Date(lastModified ?? '');
  // The file's own date where its name says none.
  if (!Number.isNaN(made.getTime())) await utimes(path, made, made);
  return { path, origin: { address, entityTag: response.headers.get('etag'), lastModified } };
}
