import { createHash } from 'node:crypto';
import { oidOfUuid } from '../../reports/index.ts';

/** Names for the parts of a submission, always the same for the same document: a UUID (version 8) made from its id. */
export function submissionOf(documentId: string, part: 'entry' | 'submission'): { entryId: string; uniqueId: string } {
  const digest = createHash('sha256').update(`${documentId} ${part}`).digest();
  digest[6] = ((digest[6] as number) & 0x0f) | 0x80;
  digest[8] = ((digest[8] as number) & 0x3f) | 0x80;
  const hexadecimal = digest.toString('hex').slice(0, 32);
  const uuid = hexadecimal.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { entryId: `urn:uuid:${uuid}`, uniqueId: oidOfUuid(uuid) };
}
