import { createHash } from 'node:crypto';

/** One update as it is handed to the journal: bytes, and who wrote them through which connection. */
export type Entry = {
  document: string;
  /** Null for the product itself: a seed, or Yjs tidying up after an edit. */
  accountId: string | null;
  connectionId: string | null;
  receivedAt: Date;
  update: Uint8Array;
};

/** The end of a document's chain. Position 0 and 32 zero bytes before the first row. */
export type Head = { position: number; hash: Uint8Array };

/** An entry in its place in the chain. */
export type Row = Entry & Head;

export const emptyHead: Head = { position: 0, hash: new Uint8Array(32) };

function uuidBytes(id: string | null): Buffer {
  return id === null ? Buffer.alloc(16) : Buffer.from(id.replaceAll('-', ''), 'hex');
}

/**
 * The hash that chains a row to the one before it: SHA-256 of, in this order, the previous hash (32 bytes), the
 * document's name in UTF-8 after its length (4 bytes), the position (4), the account and the connection (16 each, zeros
 * for none), the time in milliseconds since 1970 (8), and the update. Numbers are big-endian. Rule SYNC-4.
 */
export function hashEntry(previous: Head, entry: Entry): Uint8Array {
  const name = Buffer.from(entry.document, 'utf8');
  const numbers = Buffer.alloc(16);
  numbers.writeUInt32BE(name.length, 0);
  numbers.writeUInt32BE(previous.position + 1, 4);
  numbers.writeBigInt64BE(BigInt(entry.receivedAt.getTime()), 8);
  return createHash('sha256')
    .update(previous.hash)
    .update(numbers.subarray(0, 4))
    .update(name)
    .update(numbers.subarray(4, 8))
    .update(uuidBytes(entry.accountId))
    .update(uuidBytes(entry.connectionId))
    .update(numbers.subarray(8, 16))
    .update(entry.update)
    .digest();
}

/** Puts entries of any documents in their places after the given heads. Changes nothing. */
export function chainEntries(entries: readonly Entry[], heads: ReadonlyMap<string, Head>): Row[] {
  const ends = new Map<string, Head>();
  return entries.map((entry) => {
    const previous = ends.get(entry.document) ?? heads.get(entry.document) ?? emptyHead;
    const end = { position: previous.position + 1, hash: hashEntry(previous, entry) };
    ends.set(entry.document, end);
    return { ...entry, ...end };
  });
}

export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
