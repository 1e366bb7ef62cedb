import { and, eq, max } from 'drizzle-orm';
import { meetings, presentationMoves, presentations } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { boardAdministrators, readBoard } from '../../boards/index.ts';
import { lockCase } from '../../cases/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import type { Tell } from '../../notifications/index.ts';
import { type MeetingFacts, readMeeting } from '../read-meeting.ts';
import { type PresentationFacts, readPresentation } from '../read-presentations.ts';
import { lockForRegistration } from '../registering/open-to-registration.ts';
import { lockMeetings } from '../registering/remove-presentation.ts';
import { requirePresentationWriter } from '../registering/require-presentation-writer.ts';
import type { HoldReport } from './listed-presentation.ts';
import { moveOpenness } from './move-openness.ts';

type Needs = { database: Database; audit: Audit; tell: Tell; holdReport: HoldReport };
type Asked = { caseId: string; presentationId: string; meetingId: string; reason: string };

/** Throws unless the case may go to that date: later, planned, of the same board, with a place. */
async function reserve(
  tx: Transaction,
  principal: Principal,
  { boardId, startsAt, caseId }: PresentationFacts,
  meetingId: string,
): Promise<MeetingFacts & { late: boolean }> {
  const target = await readMeeting(tx, meetingId);
  if (target.boardId !== boardId) throw new AppError('not_found');
  if (target.state !== 'planned' || target.startsAt <= startsAt) throw new AppError('wrong_state');
  const [there] = await tx
    .select({ id: presentations.id })
    .from(presentations)
    .where(and(eq(presentations.meetingId, meetingId), eq(presentations.caseId, caseId)));
  if (there) throw new AppError('already_presented', { meetingId });
  return lockForRegistration(tx, principal, { meetingId, caseId });
}

/** Puts it last on the other list, as a case that no meeting has looked at; its answers go with it. */
async function place(
  tx: Transaction,
  { presentationId, meetingId: left }: PresentationFacts,
  to: MeetingFacts & { late: boolean },
) {
  const [last] = await tx
    .select({ position: max(presentations.position) })
    .from(presentations)
    .where(and(eq(presentations.meetingId, to.id), eq(presentations.state, 'listed')));
  await tx
    .update(presentations)
    .set({
      meetingId: to.id,
      position: (last?.position ?? 0) + 1,
      late: to.late,
      discussedSeconds: 0,
      discussedSince: null,
      quorum: null,
      quorumDerogation: null,
    })
    .where(eq(presentations.id, presentationId));
  await tx
    .update(meetings)
    .set({ currentPresentationId: null })
    .where(and(eq(meetings.id, left), eq(meetings.currentPresentationId, presentationId)));
}

/** Tells the presenter and who administers the board, except who did it. */
async function tellPostponed(
  tx: Transaction,
  tell: Tell,
  { accountId, name }: Principal,
  { boardId, presenterId, caseId }: PresentationFacts,
  to: MeetingFacts,
): Promise<void> {
  const { name: boardName, timeZone } = await readBoard(tx, boardId);
  const concerned = new Set([presenterId, ...(await boardAdministrators(tx, boardId))]);
  concerned.delete(accountId);
  await tell(tx, {
    to: [...concerned],
    kind: 'presentation_postponed',
    about: { boardId, boardName, meetingId: to.id, startsAt: to.startsAt.toISOString(), caseId, by: name },
    timeZone,
  });
}

/**
 * Moves a case to a later, planned meeting of the same board, with the reason: nobody in charge of the patient can come,
 * or a specialty is missing. For who presents it, who shares the case and who runs the meeting (`forbidden` otherwise).
 * Throws `wrong_state` once its report is validated, for a date that is not later or not planned any more and for a case
 * taken off its list; `already_presented`; and what `lockForRegistration` throws: `meeting_full`, `registration_closed`,
 * `meeting_fictitious`. Source: SC-85; domain.md 1.3.
 */
export async function postponePresentation(
  { database, audit, tell, holdReport }: Needs,
  principal: Principal,
  { caseId, presentationId, meetingId, reason }: Asked,
): Promise<void> {
  await database.transaction(async (tx) => {
    const asked = await readPresentation(tx, presentationId);
    if (asked.caseId !== caseId) throw new AppError('not_found');
    await requirePresentationWriter(tx, principal, asked);
    // The case, the meetings, the report: always in this order, whoever else lists, withdraws or validates.
    const { patientId } = await lockCase(tx, caseId);
    await lockMeetings(tx, [asked.meetingId, (await readMeeting(tx, meetingId)).id]);
    const presentation = await readPresentation(tx, presentationId);
    if (presentation.meetingId !== asked.meetingId) throw new AppError('stale');
    if (presentation.state === 'removed') throw new AppError('wrong_state');
    const to = await reserve(tx, principal, presentation, meetingId);
    const report = await holdReport(tx, presentationId);
    if (report && report.state !== 'draft' && report.state !== 'discussion') throw new AppError('wrong_state');

    await place(tx, presentation, to);
    const move = { presentationId, fromMeetingId: asked.meetingId, toMeetingId: meetingId };
    const movedBy = principal.accountId;
    await tx.insert(presentationMoves).values({ id: newId(), ...move, reason, movedBy, movedAt: new Date() });
    const openness = await moveOpenness(tx, { caseId, from: asked.meetingId, to: meetingId, movedBy });
    const changed = [`meeting:${asked.meetingId}`, `meeting:${meetingId}`, `case:${caseId}`];
    if (report) changed.push(`report:${report.reportId}`);
    for (const name of changed) await notify(tx, 'facts_changed', name);
    // What is in preparation is nothing to the board yet.
    if (presentation.state === 'listed') await tellPostponed(tx, tell, principal, presentation, to);
    const details = { presentationId, from: asked.meetingId, to: meetingId };
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    await audit.record(tx, 'presentation.postponed', scope, details);
    if (!openness) return;
    for (const kind of ['withdrawn', 'given'] as const) {
      const { role, grantee } = openness[kind];
      await audit.record(tx, `grant.${kind}`, scope, { role, granteeKind: grantee.kind, granteeId: grantee.id });
    }
  });
}
