import { buffer } from 'node:stream/consumers';
import type { FilePart, FileStore } from './file-store.ts';

/** A part as bytes: a document is at most 30 Mo. Null when it is not there. */
export async function readWhole(store: FileStore, id: string, part: FilePart): Promise<Buffer | null> {
  const stream = await store.read(id, part);
  return stream && buffer(stream);
}
