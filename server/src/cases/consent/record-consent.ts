import { sql } from 'drizzle-orm';
import { caseConsents } from '@concertation/schema';
import type { ConsentDraft } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockCase } from '../lock-case.ts';
import type { ConsentFacts } from './read-consents.ts';

/** What a consent changes in rooms that this one does not know: the lists and the boards that have the case. */
export type ConsentChange = { caseId: string; patientId: string; objected: boolean; sharing: boolean };

export type ConsentNeeds = {
  database: Database;
  audit: Audit;
  /** Takes an objected case off its lists, opens or shuts it to guests. Called last but for this room's own audit. */
  follow: (tx: Transaction, principal: Principal, change: ConsentChange) => Promise<void>;
};

/** The latest day that has begun somewhere on earth, as YYYY-MM-DD. */
const today = () => new Date(Date.now() + 14 * 3600_000).toISOString().slice(0, 10);

/**
 * Records what the patient was told and answered, or its change. Who objects agrees to no sharing. An objection takes
 * the case off every list where it was not discussed yet; sharing lets the guests of its boards read it. Throws
 * `invalid` for a day to come. Source: domain.md 6.1.
 */
export async function recordConsent(
  { database, audit, follow }: ConsentNeeds,
  principal: Principal,
  caseId: string,
  draft: ConsentDraft,
): Promise<ConsentFacts> {
  if (draft.informedOn > today())
    throw new AppError('invalid', { fields: [{ field: 'informedOn', problem: 'future' }] });
  const objected = draft.opposition === 'objected';
  const sharing = draft.sharing && !objected;
  const { informedOn, informedBy, means, opposition } = draft;
  const consent = {
    informedOn,
    informedBy,
    means,
    opposition,
    sharing,
    recordedBy: principal.accountId,
    recordedAt: new Date(),
  };
  return database.transaction(async (tx) => {
    const { patientId } = await lockCase(tx, caseId);
    await tx
      .insert(caseConsents)
      .values({ ...consent, caseId, revision: 1 })
      .onConflictDoUpdate({
        target: caseConsents.caseId,
        set: { ...consent, revision: sql`${caseConsents.revision} + 1` },
      });
    await notify(tx, 'facts_changed', `case:${caseId}`);
    await follow(tx, principal, { caseId, patientId, objected, sharing });
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    await audit.record(tx, 'consent.recorded', scope, { opposition, sharing });
    return consent;
  });
}
