import { eq } from 'drizzle-orm';
import { validationRequests } from '@concertation/schema';
import type { Readable } from 'node:stream';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { type FileNeeds, previewFile } from '../../files/index.ts';
import { AppError } from '../../lib/index.ts';

const width = 1600;

/**
 * One page of a proof as WebP, for who decides; written down before it leaves. Throws `not_found` for a request without a
 * proof, a page that it does not have, or once the proof was taken away; `file_not_ready`. Source: SC-23.
 */
export async function previewProof(
  { database, audit, files }: { database: Database; audit: Audit; files: FileNeeds },
  principal: Principal,
  { requestId, page }: { requestId: string; page: number },
): Promise<Readable | Uint8Array> {
  const [request] = await database.db.select().from(validationRequests).where(eq(validationRequests.id, requestId));
  if (!request?.fileId) throw new AppError('not_found');
  const { accountId, fileId } = request;
  const drawn = await previewFile(files, { accountId, fileId, page, width });
  await database.transaction((tx) =>
    audit.record(tx, 'proof.read', { ...principal, subject: `account:${accountId}` }, { requestId, page }),
  );
  return drawn;
}
