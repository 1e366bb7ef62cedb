import { reports } from '@concertation/schema';
import { grant, grantsOn, requireAccess, type Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readCase } from '../../cases/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import { createDocument } from '../../documents/index.ts';
import { newId } from '../../lib/index.ts';
import { addPresentation } from '../../meetings/index.ts';
import { notifyFacts } from '../notify-facts.ts';
import { reportDocument } from '../report-rows.ts';
import { recordGrants } from './record-grants.ts';

type Given = Parameters<typeof grant>[1];
type Roles = { boardId: string; presenterId: string; ownerId: string; referentIds: string[] };

/** Who finds the report: the board that discusses it, who presents it, and who treats the patient. Source: SC-94 to SC-98. */
function reportGrants(reportId: string, { boardId, presenterId, ownerId, referentIds }: Roles): Given[] {
  const subject = { kind: 'report', id: reportId } as const;
  const account = (id: string, role: Given['role']): Given => ({
    subject,
    grantee: { kind: 'account', id },
    role,
    grantedBy: presenterId,
  });
  return [
    { subject, grantee: { kind: 'board', id: boardId }, role: 'presented', grantedBy: presenterId },
    account(presenterId, 'presenter'),
    account(ownerId, 'owner'),
    ...referentIds.map((id) => account(id, 'referent')),
  ];
}

/** The board's access to the case; none to give when it was presented to this board before. */
async function caseGrants(tx: Transaction, caseId: string, boardId: string, grantedBy: string): Promise<Given[]> {
  const subject = { kind: 'case', id: caseId } as const;
  const known = (await grantsOn(tx, subject)).some(
    ({ grantee, role }) => grantee.id === boardId && role === 'presented',
  );
  return known ? [] : [{ subject, grantee: { kind: 'board', id: boardId }, role: 'presented', grantedBy }];
}

/**
 * Puts a case on a meeting's list, opens its report and gives the board both. Who asks must be allowed to share the
 * case, and becomes its presenter. Throws `already_presented`, and `wrong_state` when the meeting is over.
 */
export async function presentCase(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { meetingId, caseId }: { meetingId: string; caseId: string },
): Promise<{ presentationId: string; reportId: string }> {
  return database.transaction(async (tx) => {
    await requireAccess(tx, principal, 'case.share', { kind: 'case', id: caseId });
    const presenterId = principal.accountId;
    const { presentationId, boardId } = await addPresentation(tx, { meetingId, caseId, presenterId });
    // Read after: adding the presentation has locked the case, so that a referent named meanwhile is not missed.
    const { patientId, ownerId, referentIds } = await readCase(tx, caseId);

    const reportId = newId();
    await tx
      .insert(reports)
      .values({ id: reportId, presentationId, version: 1, state: 'draft', createdAt: new Date() });
    await createDocument(tx, reportDocument(reportId));
    const given = [
      ...reportGrants(reportId, { boardId, presenterId, ownerId, referentIds }),
      ...(await caseGrants(tx, caseId, boardId, presenterId)),
    ];
    for (const one of given) await grant(tx, one);

    await notifyFacts(tx, reportId, { meetingId, caseId });
    await audit.record(
      tx,
      'presentation.added',
      { ...principal, patientId, subject: `case:${caseId}` },
      { presentationId, meetingId },
    );
    await recordGrants(tx, audit, { ...principal, patientId }, given);
    return { presentationId, reportId };
  });
}
