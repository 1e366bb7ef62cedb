import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore as TusStore } from '@tus/file-store';
import { limits } from '../limits.ts';

/** What is still being received: one file per upload, named by the document's id, on this server's own disk. */
export class Uploads {
  /** What the tus protocol reads and writes. */
  readonly datastore: TusStore;
  readonly #directory: string;

  constructor(directory: string) {
    // Made here, because the library would open it to every user of the machine.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    this.#directory = directory;
    this.datastore = new TusStore({
      directory,
      expirationPeriodInMilliseconds: limits.unfinishedHours * 3_600_000,
    });
  }

  pathOf(fileId: string): string {
    return join(this.#directory, fileId);
  }

  /** Bytes received so far; null when nothing of it is here. */
  async receivedBytes(fileId: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(fileId))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Forgets what was received; nothing there is no error. */
  async discard(fileId: string): Promise<void> {
    await rm(this.pathOf(fileId), { force: true });
    await rm(`${this.pathOf(fileId)}.json`, { force: true });
  }

  /** The ids of what is here, with the time of their last byte. */
  async list(): Promise<{ fileId: string; touchedAt: number }[]> {
    const names = (await readdir(this.#directory)).filter((name) => !name.endsWith('.json'));
    const found = await Promise.all(
      names.map(async (fileId) => {
        // An upload that ended since the folder was read is no longer there: nothing to sweep.
        const touched = await stat(this.pathOf(fileId)).catch(() => null);
        return touched ? [{ fileId, touchedAt: touched.mtimeMs }] : [];
      }),
    );
    return found.flat();
  }
}
