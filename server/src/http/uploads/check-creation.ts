import type { IncomingHttpHeaders } from 'node:http';
import type { Visit } from '../../auth/index.ts';
import { readBoard } from '../../boards/index.ts';
import type { Executor } from '../../database/index.ts';
import { type NewUpload, refuseSize } from '../../files/index.ts';
import { AppError } from '../../lib/index.ts';
import { readPresentation } from '../../meetings/index.ts';
import { refuseProof } from '../../registration/index.ts';
import { passHolder } from './pass-holder.ts';
import { readUploadMetadata, type UploadMetadata } from './upload-metadata.ts';

function readLength(headers: IncomingHttpHeaders): number {
  const length = headers['upload-length'];
  // A length told later could not be refused before the bytes come.
  if (headers['upload-defer-length'] !== undefined || typeof length !== 'string' || !/^\d{1,15}$/.test(length))
    throw new AppError('malformed');
  return Number(length);
}

type CaseDocument = Extract<UploadMetadata, { caseId: string }>;

/** An answer is given to a question that the board asks, for a presentation of this case. */
async function checkAnswer(executor: Executor, { caseId, answers }: CaseDocument): Promise<void> {
  if (!answers) return;
  const presentation = await readPresentation(executor, answers.presentationId);
  if (presentation.caseId !== caseId || presentation.state === 'removed') throw new AppError('not_found');
  const { questionnaire } = await readBoard(executor, presentation.boardId);
  if (!questionnaire.some(({ type, key }) => type === 'document' && key === answers.questionKey))
    throw new AppError('not_found');
}

/**
 * Who may, then what: throws `not_found` and `forbidden` as any command on the case does, `wrong_state` for the proof of
 * an account that is valid already, `malformed` without a length, `file_empty`, `file_too_large`, `too_large`, `invalid`.
 * Source: SC-23, SC-73, SC-74.
 */
export async function checkCreation(
  executor: Executor,
  visit: Visit,
  headers: IncomingHttpHeaders,
): Promise<NewUpload> {
  const metadata = readUploadMetadata(headers['upload-metadata']);
  await passHolder(executor, visit, 'caseId' in metadata ? metadata.caseId : null);
  if (!('caseId' in metadata)) await refuseProof(executor, visit.principal.accountId);
  const bytes = readLength(headers);
  refuseSize(bytes, 'caseId' in metadata ? 'case' : 'proof');
  if ('caseId' in metadata) await checkAnswer(executor, metadata);
  return { ...metadata, bytes };
}
