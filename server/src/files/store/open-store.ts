import type { Configuration, Secrets } from '../../config/index.ts';
import { diskStore } from './disk-store.ts';
import type { FileStore } from './file-store.ts';
import { s3Store } from './s3-store.ts';

/** The store that the configuration names: a bucket, or a directory when there is none. */
export function openStore({ files }: Pick<Configuration, 'files'>, { s3 }: Pick<Secrets, 's3'>): FileStore {
  return files.s3 && s3 ? s3Store(files.s3, s3) : diskStore(files.directory);
}
