import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type FileStore, partKey } from './file-store.ts';

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Documents in a directory that only the product's own user may read. */
export function diskStore(directory: string): FileStore {
  const place = (id: string, part: Parameters<typeof partKey>[1]) => join(directory, partKey(id, part));
  return {
    async put(id, part, source) {
      const path = place(id, part);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Written aside, then given its name: a reader, or a crash, never meets half of it.
      const aside = `${path}.${randomUUID()}`;
      try {
        if (typeof source === 'string') await copyFile(source, aside);
        else await writeFile(aside, source);
        await flush(aside);
        await rename(aside, path);
      } finally {
        await rm(aside, { force: true });
      }
    },

    async read(id, part): Promise<Readable | null> {
      try {
        const handle = await open(place(id, part), 'r');
        return handle.createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },

    async remove(id) {
      await rm(dirname(place(id, 'content')), { recursive: true, force: true });
    },

    close: () => undefined,
  };
}
