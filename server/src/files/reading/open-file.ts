import type { Readable } from 'node:stream';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { type FileNeeds, fileScope } from '../file-needs.ts';
import { type FilePlace, findReadyFile } from '../file-rows.ts';

/**
 * The bytes of a ready document, and under which name; written down before the first one leaves. Throws `not_found`,
 * `file_not_ready`.
 */
export async function openFile(
  needs: FileNeeds,
  principal: Principal,
  place: FilePlace,
): Promise<{ name: string; bytes: number; content: Readable }> {
  const { database, audit, store } = needs;
  const { name, bytes, hash } = await findReadyFile(database.db, place);
  const content = await store.read(place.fileId, 'content');
  if (!content) throw new AppError('unexpected', undefined, { cause: new Error('a ready document has no content') });
  try {
    await database.transaction(async (tx) => {
      const scope = await fileScope(needs, tx, place, principal);
      await audit.record(tx, 'file.downloaded', scope, { fileId: place.fileId, hash: hash ?? '' });
    });
  } catch (error) {
    content.destroy();
    throw error;
  }
  return { name, bytes, content };
}
