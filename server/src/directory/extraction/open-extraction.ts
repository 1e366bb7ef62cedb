import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { dateInName } from './extraction-date.ts';
import { ExtractionRefused } from './refused.ts';

/** A file of the directory, to be read once. `bytes`: of its text, for the progress. */
export type Extraction = {
  fileName: string;
  fileDate: Date;
  bytes: number;
  chunks: () => AsyncIterable<Buffer>;
};

const chunkBytes = 128 * 1024;
/** Five times the real file: what inflates beyond is no directory. */
const largestText = 4 * 1024 ** 3;
const wantedName = /(^|\/)PS_LibreAcces_Personne_activite[^/]*\.txt$/i;

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32BE(0) === 0x504b0304;
  } finally {
    await file.close();
  }
}

/** The entry of the activities; the sister files of specialties and diplomas travel in the same archive. */
async function findEntry(archive: ZipFile): Promise<Entry> {
  const texts: Entry[] = [];
  for await (const entry of archive.eachEntry()) if (/\.txt$/i.test(entry.fileName)) texts.push(entry);
  const entry = texts.find(({ fileName }) => wantedName.test(fileName)) ?? (texts.length === 1 ? texts[0] : undefined);
  if (!entry) throw new ExtractionRefused('Cette archive ne contient pas de fichier PS_LibreAcces_Personne_activite.');
  if (entry.uncompressedSize > largestText)
    throw new ExtractionRefused('Le fichier de cette archive dépasse 4 Gio une fois décompressé.');
  if (entry.isEncrypted()) throw new ExtractionRefused('Cette archive est chiffrée.');
  return entry;
}

async function openArchive(path: string): Promise<Extraction> {
  const archive = await openPromise(path, { autoClose: false });
  try {
    const entry = await findEntry(archive);
    const fileName = basename(entry.fileName);
    return {
      fileName,
      fileDate: dateInName(fileName) ?? dateInName(basename(path)) ?? entry.getLastModDate(),
      bytes: entry.uncompressedSize,
      chunks: async function* () {
        try {
          const text = await archive.openReadStreamPromise(entry);
          for await (const chunk of text) yield chunk as Buffer;
        } catch (cause) {
          throw new ExtractionRefused('Cette archive est abîmée : téléchargez-la de nouveau.', { cause });
        } finally {
          archive.close();
        }
      },
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/**
 * Opens an extraction: a text, or an archive ZIP that holds one, told apart by their content. Its date is in its name,
 * else in the archive, else that of the file. Throws ExtractionRefused when there is none to read.
 */
export async function openExtraction(path: string): Promise<Extraction> {
  const status = await stat(path).catch((cause: unknown) => {
    throw new ExtractionRefused(`Fichier introuvable : ${path}`, { cause });
  });
  if (!status.isFile()) throw new ExtractionRefused(`Ce n’est pas un fichier : ${path}`);
  if (await isArchive(path))
    return openArchive(path).catch((cause: unknown) => {
      if (cause instanceof ExtractionRefused) throw cause;
      throw new ExtractionRefused('Cette archive est abîmée : téléchargez-la de nouveau.', { cause });
    });
  const fileName = basename(path);
  return {
    fileName,
    fileDate: dateInName(fileName) ?? status.mtime,
    bytes: status.size,
    chunks: () => createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>,
  };
}
