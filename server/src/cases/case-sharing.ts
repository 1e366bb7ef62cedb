import type { Subject } from '@concertation/shared/access';
import type { Audit } from '../audit/index.ts';
import type { Database, Transaction } from '../database/index.ts';

/**
 * What sharing a case needs. The ports speak of rooms that this one does not know: the reports of a case, where a
 * referent is referent too (rule ACC-9), the lists on which a board still has the case, and the meetings where it had it.
 */
export type SharingNeeds = {
  database: Database;
  audit: Audit;
  reportsOf: (tx: Transaction, caseId: string) => Promise<Subject[]>;
  isAwaitedBy: (tx: Transaction, caseId: string, boardId: string) => Promise<boolean>;
  meetingsWith: (tx: Transaction, caseId: string, boardId: string) => Promise<string[]>;
};
