import type { FileFormat } from '@concertation/shared/domain';
import { Refused } from './refused.ts';

/** One storage or stream of a compound file; `left`, `right` and `child` are positions in the directory. */
type Entry = { name: string; left: number; right: number; child: number };

const endOfChain = 0xfffffff0;
const entryBytes = 128;
const maximumSectors = 16_384;

/** The numbers of the sectors of a chain, from its first one. Throws RangeError on what points outside the file. */
function chain(view: DataView, sectorBytes: number, first: number): number[] {
  const fatSectors: number[] = [];
  for (let index = 0; index < 109; index += 1) {
    const sector = view.getUint32(76 + index * 4, true);
    if (sector < endOfChain) fatSectors.push(sector);
  }
  const perSector = sectorBytes / 4;
  const sectors: number[] = [];
  for (let sector = first; sector < endOfChain && sectors.length < maximumSectors;) {
    sectors.push(sector);
    const fat = fatSectors[Math.floor(sector / perSector)];
    // Only a file larger than those accepted keeps a part of its table elsewhere.
    if (fat === undefined) throw new RangeError('a sector outside the table');
    sector = view.getUint32((fat + 1) * sectorBytes + (sector % perSector) * 4, true);
  }
  return sectors;
}

function readDirectory(content: Uint8Array): Entry[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const sectorBytes = 2 ** view.getUint16(30, true);
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw new RangeError('sectors of another size');
  const entries: Entry[] = [];
  for (const sector of chain(view, sectorBytes, view.getUint32(48, true)))
    for (let at = (sector + 1) * sectorBytes; at < (sector + 2) * sectorBytes; at += entryBytes) {
      const nameBytes = Math.min(view.getUint16(at + 64, true), 64);
      const name = new TextDecoder('utf-16le').decode(content.subarray(at, at + Math.max(nameBytes - 2, 0)));
      const link = (offset: number) => view.getUint32(at + offset, true);
      entries.push({ name, left: link(68), right: link(72), child: link(76) });
    }
  return entries;
}

/** Names in the root storage alone: a spreadsheet inside a letter does not make the letter a spreadsheet. */
function rootNames(entries: Entry[]): Set<string> {
  const names = new Set<string>();
  const seen = new Set<number>();
  const waiting = [entries[0]?.child ?? endOfChain];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    names.add(entry.name);
    waiting.push(entry.left, entry.right);
  }
  return names;
}

/**
 * Which Office format an OLE compound file is. Throws Refused: `dangerous` with macros, `unreadable` when it is
 * encrypted or broken, `unknown_format` for the other files of this kind (installers, messages). Source: [MS-CFB].
 */
export function officeFormat(content: Uint8Array): FileFormat {
  let entries: Entry[];
  try {
    entries = readDirectory(content);
  } catch (cause) {
    throw new Refused('unreadable', { cause });
  }
  const all = new Set(entries.map(({ name }) => name));
  const root = rootNames(entries);
  if (root.has('EncryptedPackage')) throw new Refused('unreadable');
  if (['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'Macros'].some((name) => all.has(name))) throw new Refused('dangerous');
  if (root.has('WordDocument')) return 'word';
  if (root.has('Workbook') || root.has('Book')) return 'excel';
  if (root.has('PowerPoint Document')) return 'powerpoint';
  throw new Refused('unknown_format');
}
