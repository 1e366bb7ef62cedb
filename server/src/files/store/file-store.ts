import type { Readable } from 'node:stream';

/** The content itself, or the drawing of one page at one width: what is stored under a document's id. */
export type FilePart = 'content' | `p${number}-${number}`;

/**
 * Where the bytes of documents are kept, under their ids; names and rights are rows. Everything it throws means that the
 * store cannot be reached or written. One contract, several places: test/files-store.test.ts holds each to it.
 */
export type FileStore = {
  /** Keeps a part, whole or not at all; kept twice, the last one stays. `source` is a path, or the bytes. */
  put: (id: string, part: FilePart, source: string | Uint8Array) => Promise<void>;
  /** A part, from its first byte; null when it is not there. */
  read: (id: string, part: FilePart) => Promise<Readable | null>;
  /** Removes every part of a document; nothing to remove is no error. */
  remove: (id: string) => Promise<void>;
  close: () => void;
};

const identifierPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The key of a part, `<id>/<part>`. Throws on what is no id: a key never holds anything that a client chose. */
export function partKey(id: string, part: FilePart): string {
  if (!identifierPattern.test(id)) throw new Error('a document is stored under its id');
  return `${id}/${part}`;
}
