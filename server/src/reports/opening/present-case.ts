import { type Principal, requireAccess } from '../../access/index.ts';
import { lockCase, markRegistered, refuseObjected } from '../../cases/index.ts';
import { listCase, type ListingNeeds, recordListed } from './list-case.ts';

/**
 * Puts a case on a meeting's list in one step, for who sits on the board; the case is registered with it. Who asks must
 * be allowed to share the case, and becomes its presenter. Throws `patient_objected`, `already_presented`, `wrong_state`
 * when the meeting is over, `meeting_fictitious`; `registration_closed` and `meeting_full` unless they run the meeting.
 */
export async function presentCase(
  { database, audit, tell }: ListingNeeds,
  principal: Principal,
  { meetingId, caseId }: { meetingId: string; caseId: string },
): Promise<{ presentationId: string; reportId: string }> {
  return database.transaction(async (tx) => {
    await requireAccess(tx, principal, 'case.share', { kind: 'case', id: caseId });
    await refuseObjected(tx, caseId);
    const { patientId } = await lockCase(tx, caseId);
    const listed = await listCase(tx, { tell }, principal, { meetingId, caseId, presenterId: principal.accountId });
    await markRegistered(tx, caseId);
    await recordListed(tx, audit, { ...principal, patientId, caseId }, [listed]);
    return { presentationId: listed.presentationId, reportId: listed.reportId };
  });
}
