import { z } from 'zod';
import { identifier } from '@concertation/shared/domain';
import { AppError } from '../../lib/index.ts';

const metadata = z.object({
  name: z.string().min(1).max(4000),
  presentationId: identifier.optional(),
  questionKey: z
    .string()
    .regex(/^[a-z0-9]{4,24}$/)
    .optional(),
});

/** What a creation says of its document: the case, the name, and for an answer which question of which presentation. */
export type UploadMetadata = {
  caseId: string;
  name: string;
  answers: { presentationId: string; questionKey: string } | null;
};

/** `key <base64>, key <base64>`, as the tus protocol writes it; a key without a value is empty. */
function decode(header: string): Record<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  );
}

/** Reads the header `Upload-Metadata`. Throws `not_found` when it names no case, `invalid` when it is otherwise wrong. */
export function readUploadMetadata(header: string | string[] | undefined): UploadMetadata {
  const given = decode(typeof header === 'string' ? header : '');
  const caseId = identifier.safeParse(given.caseId);
  if (!caseId.success) throw new AppError('not_found');
  const parsed = metadata.safeParse(given);
  const fields = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  if (!parsed.success || (parsed.data.presentationId === undefined) !== (parsed.data.questionKey === undefined))
    throw new AppError('invalid', {
      fields: (fields.length ? fields : ['questionKey']).map((field) => ({ field, problem: 'wrong' })),
    });
  const { name, presentationId, questionKey } = parsed.data;
  return { caseId: caseId.data, name, answers: presentationId && questionKey ? { presentationId, questionKey } : null };
}
