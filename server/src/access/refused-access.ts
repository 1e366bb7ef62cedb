import type { Subject } from '@concertation/shared/access';
import type { ErrorCode } from '@concertation/shared/contracts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { Sparing } from '../lib/index.ts';
import type { Principal } from './principal.ts';

/** What is about one patient: reaching for it without a right leaves a line. */
const watched: readonly Subject['kind'][] = ['case', 'report'];

/** Each line locks the audit’s chain for a moment: somebody who tries every number writes one a second. */
const spoken = new Sparing(1000);

/**
 * Records that an account asked for a case or a report that it may not open, or that is none: which is not told, so both
 * are recorded alike. At most one line a second and account. Source: ASVS 5.0, 16.3.2.
 */
export async function recordRefusedAccess(
  { database, audit }: { database: Database; audit: Audit },
  { accountId, sessionId }: Pick<Principal, 'accountId' | 'sessionId'>,
  { kind, id }: Subject,
  code: ErrorCode,
): Promise<void> {
  if (!watched.includes(kind) || !spoken.take(accountId)) return;
  await database.transaction((tx) =>
    audit.record(tx, 'access.refused', { accountId, sessionId, subject: `${kind}:${id}` }, { code }),
  );
}
