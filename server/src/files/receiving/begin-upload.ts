import { and, eq, gt, sql } from 'drizzle-orm';
import { files } from '@concertation/schema';
import { maximumFileBytes, type ProofKind } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { cleanName } from '../clean-name.ts';
import { type FileNeeds, notifyFiles } from '../file-needs.ts';
import { limits } from '../limits.ts';

/** A document of a case, or a proof of who sends it. */
export type UploadPurpose =
  | {
      caseId: string;
      /** For the answer to a question: the caller has checked that the presentation is of this case and asks it. */
      answers: { presentationId: string; questionKey: string } | null;
    }
  | { proofKind: ProofKind };
export type NewUpload = UploadPurpose & { name: string; bytes: number };

/** Refuses a size before anything is sent: `file_empty`, `file_too_large`, and `too_large` for a proof. Source: SC-74. */
export function refuseSize(bytes: number, of: 'case' | 'proof'): void {
  if (bytes === 0) throw new AppError('file_empty');
  if (bytes > maximumFileBytes) throw new AppError('file_too_large');
  if (of === 'proof' && bytes > limits.proof.bytes) throw new AppError('too_large');
}

/** The columns that say what a document is for. */
function holderOf(upload: UploadPurpose, accountId: string) {
  if ('proofKind' in upload) return { accountId, proofKind: upload.proofKind };
  const { caseId, answers } = upload;
  return { caseId, presentationId: answers?.presentationId ?? null, questionKey: answers?.questionKey ?? null };
}

/**
 * Makes the row of a document whose bytes will come. Throws `file_empty`, `file_too_large`, `too_large`, and `too_many` when the account
 * has too many unfinished ones.
 */
export async function beginUpload(
  { database }: Pick<FileNeeds, 'database'>,
  principal: Principal,
  fileId: string,
  upload: NewUpload,
): Promise<void> {
  const { name, bytes } = upload;
  refuseSize(bytes, 'proofKind' in upload ? 'proof' : 'case');
  const holder = holderOf(upload, principal.accountId);
  await database.transaction(async (tx) => {
    // One at a time for an account: the count is of what is really there.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`uploads:${principal.accountId}`}))`);
    const since = new Date(Date.now() - limits.unfinishedHours * 3_600_000);
    const unfinished = await tx.$count(
      files,
      and(eq(files.uploadedBy, principal.accountId), eq(files.state, 'receiving'), gt(files.createdAt, since)),
    );
    if (unfinished >= limits.unfinishedPerAccount) throw new AppError('too_many');
    await tx.insert(files).values({
      id: fileId,
      ...holder,
      name: cleanName(name),
      bytes,
      state: 'receiving',
      pages: 0,
      uploadedBy: principal.accountId,
      createdAt: new Date(),
    });
    await notifyFiles(tx, holder);
  });
}
