import type { Principal } from '../access/index.ts';
import type { Audit, AuditScope } from '../audit/index.ts';
import { type Database, type Executor, notify, type Transaction } from '../database/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Logger } from '../lib/index.ts';
import type { Uploads } from './receiving/uploads.ts';
import type { FileStore } from './store/file-store.ts';

/** What this room works with. The port says whom a case is about: cases stands to the right. */
export type FileNeeds = {
  database: Database;
  audit: Audit;
  jobs: Jobs;
  log: Logger;
  store: FileStore;
  uploads: Uploads;
  patientOfCase: (executor: Executor, caseId: string) => Promise<string | null>;
};

/** Who, on whose case: for an audit row about a document. */
export async function fileScope(
  { patientOfCase }: Pick<FileNeeds, 'patientOfCase'>,
  executor: Executor,
  caseId: string,
  who: Partial<Pick<Principal, 'accountId' | 'sessionId'>>,
): Promise<AuditScope> {
  return { ...who, patientId: await patientOfCase(executor, caseId), subject: `case:${caseId}` };
}

/** Has the screens that show a case ask again for its documents. */
export function notifyFiles(tx: Transaction, caseId: string): Promise<void> {
  return notify(tx, 'facts_changed', `case:${caseId}`);
}
