import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import type { CaseFacts } from './read-cases.ts';

/** Writes down that somebody looked at a case, before it is shown (rule ACC-13). */
export async function recordCaseRead(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { id, patientId }: Pick<CaseFacts, 'id' | 'patientId'>,
): Promise<void> {
  await database.transaction((tx) =>
    audit.record(tx, 'case.read', { ...principal, patientId, subject: `case:${id}` }, {}),
  );
}
