import { and, inArray, isNotNull, ne } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { FileState } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';

/** Of a proof, what who decides is told beside its pages. */
export type ProofFacts = { name: string; state: FileState; pages: number };

/** Proofs by document id, in one query; one that was removed, or that is no proof, is absent from the map. */
export async function readProofs(executor: Executor, fileIds: string[]): Promise<Map<string, ProofFacts>> {
  if (fileIds.length === 0) return new Map();
  const rows = await executor
    .select({ id: files.id, name: files.name, state: files.state, pages: files.pages })
    .from(files)
    .where(and(inArray(files.id, fileIds), isNotNull(files.accountId), ne(files.state, 'removed')));
  return new Map(rows.map(({ id, name, state, pages }) => [id, { name, state: state as FileState, pages }]));
}
