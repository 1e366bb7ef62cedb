import type { Principal } from '../access/index.ts';
import type { Audit, AuditScope } from '../audit/index.ts';
import { type Database, type Executor, notify, type Transaction } from '../database/index.ts';
import type { ProofKind } from '@concertation/shared/domain';
import type { Jobs } from '../jobs/index.ts';
import type { Logger } from '../lib/index.ts';
import type { FileHolder, ProofFile } from './file-rows.ts';
import type { Uploads } from './receiving/uploads.ts';
import type { FileStore } from './store/file-store.ts';

/** What becomes of a proof, in the transaction that decides it: wholly received, or put in quarantine. */
export type FollowProof = (
  tx: Transaction,
  proof: ProofFile & { proofKind: ProofKind; state: 'received' | 'quarantined' },
) => Promise<void>;

/** What this room works with. The ports say whom a case is about, and follow proofs: cases and registration stand to the right. */
export type FileNeeds = {
  database: Database;
  audit: Audit;
  jobs: Jobs;
  log: Logger;
  store: FileStore;
  uploads: Uploads;
  patientOfCase: (executor: Executor, caseId: string) => Promise<string | null>;
  followProof: FollowProof;
};

/** Who, on whose case or account: for an audit row about a document. */
export async function fileScope(
  { patientOfCase }: Pick<FileNeeds, 'patientOfCase'>,
  executor: Executor,
  { caseId, accountId }: FileHolder,
  who: Partial<Pick<Principal, 'accountId' | 'sessionId'>>,
): Promise<AuditScope> {
  if (!caseId) return { ...who, subject: `account:${accountId}` };
  return { ...who, patientId: await patientOfCase(executor, caseId), subject: `case:${caseId}` };
}

/** Has the screens that show a case ask again for its documents; no screen waits for a proof. */
export async function notifyFiles(tx: Transaction, { caseId }: FileHolder): Promise<void> {
  if (caseId) await notify(tx, 'facts_changed', `case:${caseId}`);
}
