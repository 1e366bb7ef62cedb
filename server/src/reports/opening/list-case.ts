import type { Grant, Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { boardAdministrators, readBoard } from '../../boards/index.ts';
import { openRequest } from '../../cases/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import { type AddedPresentation, addPresentation } from '../../meetings/index.ts';
import type { Tell } from '../../notifications/index.ts';
import { notifyFacts } from '../notify-facts.ts';
import { openReport } from './open-report.ts';
import { recordGrants } from './record-grants.ts';

export type ListingNeeds = { database: Database; audit: Audit; tell: Tell };
export type Listed = AddedPresentation & { reportId: string; given: Pick<Grant, 'subject' | 'grantee' | 'role'>[] };

/**
 * Puts a case on a meeting's list with its report, opens the request, and tells who administers the board, except who
 * did it (SC-78). The caller holds the case, and records with `recordListed` once nothing more is to be locked.
 */
export async function listCase(
  tx: Transaction,
  { tell }: Pick<ListingNeeds, 'tell'>,
  principal: Principal,
  { meetingId, caseId, presenterId }: { meetingId: string; caseId: string; presenterId: string },
): Promise<Listed> {
  const added = await addPresentation(tx, principal, { meetingId, caseId, presenterId });
  const { presentationId, boardId, startsAt } = added;
  const { reportId, given } = await openReport(
    tx,
    { presentationId, boardId, meetingId, caseId, presenterId },
    principal.accountId,
  );
  await openRequest(tx, { id: presentationId, caseId, kind: 'meeting' });
  await notifyFacts(tx, reportId, { meetingId, caseId });
  const { name: boardName, timeZone } = await readBoard(tx, boardId);
  const administrators = await boardAdministrators(tx, boardId);
  await tell(tx, {
    to: administrators.filter((id) => id !== principal.accountId),
    kind: 'presentation_added',
    about: { boardId, boardName, meetingId, startsAt: startsAt.toISOString(), caseId, by: principal.name },
    timeZone,
  });
  return { ...added, reportId, given };
}

/** Records cases that came on lists, and the accesses that this gave. Called last in the transaction, like every audit. */
export async function recordListed(
  tx: Transaction,
  audit: Audit,
  scope: Principal & { patientId: string; caseId: string },
  listed: Listed[],
): Promise<void> {
  const { caseId, ...who } = scope;
  for (const { presentationId, meetingId, given } of listed) {
    const details = { presentationId, meetingId };
    await audit.record(tx, 'presentation.added', { ...who, subject: `case:${caseId}` }, details);
    await recordGrants(tx, audit, who, given);
  }
}
