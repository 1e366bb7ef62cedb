import { z } from 'zod';
import { identifier, type ProofKind, proofKinds } from '@concertation/shared/domain';
import type { UploadPurpose } from '../../files/index.ts';
import { AppError } from '../../lib/index.ts';

const metadata = z.object({
  name: z.string().min(1).max(4000),
  proof: z.enum(proofKinds).optional(),
  presentationId: identifier.optional(),
  questionKey: z
    .string()
    .regex(/^[a-z0-9]{4,24}$/)
    .optional(),
});

/** What a creation says of its document: its name, and its case, with the question that it answers, or the kind of proof. */
export type UploadMetadata = UploadPurpose & { name: string };

/** `key <base64>, key <base64>`, as the tus protocol writes it; a key without a value is empty. */
function decode(header: string): Record<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  );
}

/** Reads the header `Upload-Metadata`. Throws `not_found` when it names neither a case nor a proof, `invalid` when it is otherwise wrong. */
export function readUploadMetadata(header: string | string[] | undefined): UploadMetadata {
  const given = decode(typeof header === 'string' ? header : '');
  const caseId = identifier.safeParse(given.caseId);
  const isProof = given.proof !== undefined && given.caseId === undefined;
  if (!caseId.success && !isProof) throw new AppError('not_found');
  const parsed = metadata.safeParse(given);
  const fields = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  if (!parsed.success || (parsed.data.presentationId === undefined) !== (parsed.data.questionKey === undefined))
    throw new AppError('invalid', {
      fields: (fields.length ? fields : ['questionKey']).map((field) => ({ field, problem: 'wrong' })),
    });
  const { name, presentationId, questionKey, proof } = parsed.data;
  if (!caseId.success) return { name, proofKind: proof as ProofKind };
  return { caseId: caseId.data, name, answers: presentationId && questionKey ? { presentationId, questionKey } : null };
}
