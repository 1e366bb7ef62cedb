import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from '../clean-name.ts';
import { limits } from '../limits.ts';
import { archiveEntries } from './archive-entries.ts';
import { programExtensions } from './check-extension.ts';
import { programs } from './recognise.ts';
import { Refused } from './refused.ts';

/** What was inflated so far, of an archive and of the Office documents in it. */
type Spent = { packed: number; entries: number; inflated: number };

/** Archives, which are not opened inside another one. */
const archives = new Set([
  'zip',
  'gz',
  'bz2',
  'xz',
  '7z',
  'rar',
  'tar',
  'tar.gz',
  'zst',
  'lz',
  'lz4',
  'cab',
  'arj',
  'ace',
  'Z',
]);
const office = new Set(['docx', 'xlsx', 'pptx']);

/** Enough of a content to recognise it by its first bytes. */
const headBytes = 4100;
const beginsArchive = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));

function count(spent: Spent, bytes: number): void {
  spent.inflated += bytes;
  const { inflated, ratio, ratioFrom } = limits.archive;
  if (spent.inflated > inflated || (spent.inflated > ratioFrom && spent.inflated > spent.packed * ratio))
    throw new Refused('archive_bomb');
}

/** Inflates one entry under the limits; what says its size falsely is broken. Keeps its head, or all of an inner document. */
async function inflate(stream: AsyncIterable<Buffer>, spent: Spent): Promise<Buffer> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    count(spent, chunk.length);
    const whole = beginsArchive(kept[0] ?? chunk);
    if (!whole && length >= headBytes) continue;
    kept.push(chunk);
    length += chunk.length;
    if (length > limits.archive.inner) throw new Refused('archive_bomb');
  }
  return Buffer.concat(kept);
}

async function checkContent(content: Buffer, spent: Spent): Promise<void> {
  const ext = (await fileTypeFromBuffer(content))?.ext ?? '';
  if (programs.has(ext) || archives.has(ext)) throw new Refused('dangerous');
  if (office.has(ext)) await walk(content, spent, true);
}

/** Every entry is really inflated: what the archive says of itself is not believed. */
async function walk(content: Uint8Array, spent: Spent, isOffice: boolean): Promise<void> {
  let packed = 0;
  for await (const { name, entry, archive, packed: bytes } of archiveEntries(content)) {
    spent.entries += 1;
    packed += bytes;
    // Entries that share their bytes hold more than the archive has.
    if (spent.entries > limits.archive.entries || packed > content.length) throw new Refused('archive_bomb');
    if (isOffice && /vbaproject/i.test(name)) throw new Refused('dangerous');
    if (!isOffice && programExtensions.has(extensionOf(name) ?? '')) throw new Refused('dangerous');
    const inflated = await inflate(await archive.openReadStreamPromise(entry), spent);
    await checkContent(inflated, spent);
  }
}

/**
 * Looks into a ZIP, or an Office document that is one. Throws Refused: `archive_bomb` over the limits of entries and of
 * real size; `dangerous` for a program, a macro, an encrypted entry, another archive inside or a name that leaves its
 * folder; `unreadable` when it is broken.
 */
export async function checkArchive(content: Uint8Array, kind: 'archive' | 'office'): Promise<void> {
  try {
    await walk(content, { packed: content.length, entries: 0, inflated: 0 }, kind === 'office');
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('unreadable', { cause });
  }
}
