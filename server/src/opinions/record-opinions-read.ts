import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { readCase } from '../cases/index.ts';
import type { Database } from '../database/index.ts';

/** Writes down that somebody read the opinions given on a case, before they are shown (rule ACC-13). `count`: how many. */
export async function recordOpinionsRead(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { caseId, count }: { caseId: string; count: number },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { patientId } = await readCase(tx, caseId);
    await audit.record(tx, 'opinion.read', { ...principal, patientId, subject: `case:${caseId}` }, { count });
  });
}
