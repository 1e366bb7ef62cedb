import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import { Refused } from './refused.ts';

export type ArchiveEntry = { name: string; bytes: number; packed: number; entry: Entry };

const symbolicLink = 0xa000;

function readEntry(entry: Entry): ArchiveEntry {
  const { generalPurposeBitFlag, extraFields, uncompressedSize, compressedSize } = entry;
  // Read undecoded: its own refusal of a name could not be told from a broken archive.
  const raw = entry.fileName as unknown as Buffer;
  const name = getFileNameLowLevel(generalPurposeBitFlag, raw, extraFields, false);
  const mode = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (validateFileName(name) !== null || name.includes('\0') || mode === symbolicLink || entry.isEncrypted())
    throw new Refused('dangerous');
  return { name, bytes: uncompressedSize, packed: compressedSize, entry };
}

/**
 * Opens an archive and gives its entries one by one, folders left out. Throws Refused: `dangerous` for a name that leaves
 * its folder, a link or an encrypted entry; `unreadable` when it is broken.
 */
export async function* archiveEntries(content: Uint8Array): AsyncGenerator<ArchiveEntry & { archive: ZipFile }> {
  try {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    const archive = await fromBufferPromise(bytes, { decodeStrings: false });
    for await (const entry of archive.eachEntry()) {
      const read = readEntry(entry);
      if (!read.name.endsWith('/')) yield { ...read, archive };
    }
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('unreadable', { cause });
  }
}
