import type { ReportState } from '@concertation/shared/domain';
import { type Grant, grantsOn, type Principal, revoke } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { boardAdministrators, readBoard } from '../../boards/index.ts';
import { withdrawRequest } from '../../cases/index.ts';
import type { Transaction } from '../../database/index.ts';
import {
  everyPresentationOf,
  lockMeetings,
  type PresentationFacts,
  readPresentation,
  removePresentation,
} from '../../meetings/index.ts';
import type { Tell } from '../../notifications/index.ts';
import { currentReports } from '../reading/current-reports.ts';
import { notifyFacts } from '../notify-facts.ts';
import { lockReport } from '../report-rows.ts';
import { recordWithdrawals } from './record-grants.ts';

export type RemovalReason = 'withdrawn' | 'objection';
/** States of a report of which nothing was concluded yet. */
const unconcluded = new Set<ReportState>(['draft', 'discussion']);

export type Unlisted = { presentation: PresentationFacts; withdrawn: Grant[] };

/** Holds what a removal changes: the meetings, then the reports, each in one order whoever else removes. */
async function hold(tx: Transaction, presentations: PresentationFacts[]): Promise<PresentationFacts[]> {
  await lockMeetings(
    tx,
    presentations.map(({ meetingId }) => meetingId),
  );
  const held: PresentationFacts[] = [];
  for (const { presentationId } of presentations) held.push(await readPresentation(tx, presentationId));
  return held.filter(({ state }) => state !== 'removed');
}

/**
 * The board's grants on a report of which it concluded nothing, and on the case unless another of its lists has it; with
 * them what the meeting's guests had of the case.
 */
async function boardGrants(
  tx: Transaction,
  presentation: PresentationFacts,
  reportId: string | null,
): Promise<Grant[]> {
  const { boardId, meetingId, caseId, presentationId } = presentation;
  const stays = (await everyPresentationOf(tx, caseId)).some(
    (other) => other.presentationId !== presentationId && other.boardId === boardId && other.state === 'listed',
  );
  const grants = [
    ...(reportId ? await grantsOn(tx, { kind: 'report', id: reportId }) : []),
    ...(await grantsOn(tx, { kind: 'case', id: caseId })).filter(({ grantee }) => !stays || grantee.kind !== 'board'),
  ];
  return grants.filter(
    ({ grantee: { kind, id } }) => id === (kind === 'board' ? boardId : kind === 'meeting' && meetingId),
  );
}

/**
 * Tells the presenter and who administers the board, except who did it. The board may have lost the case: its
 * administrators are led to the meeting, the presenter to the case.
 */
async function tellRemoved(
  tx: Transaction,
  tell: Tell,
  { accountId, name }: Principal,
  presentation: PresentationFacts,
): Promise<void> {
  const { boardId, meetingId, startsAt, caseId, presenterId } = presentation;
  const { name: boardName, timeZone } = await readBoard(tx, boardId);
  const about = { boardId, boardName, meetingId, startsAt: startsAt.toISOString(), by: name };
  const administrators = await boardAdministrators(tx, boardId);
  await tell(tx, {
    to: administrators.filter((id) => id !== accountId && id !== presenterId),
    kind: 'presentation_removed',
    about,
    timeZone,
  });
  if (presenterId !== accountId)
    await tell(tx, { to: [presenterId], kind: 'presentation_removed', about: { ...about, caseId }, timeZone });
}

/**
 * Takes a case off some lists, and out of what is in preparation, unless its report is validated already: that one is
 * left. The caller holds the case, and records with `recordUnlisted` once nothing more is to be locked.
 */
export async function unlistCase(
  tx: Transaction,
  tell: Tell,
  principal: Principal,
  presentations: PresentationFacts[],
  reason: string,
): Promise<Unlisted[]> {
  const held = await hold(tx, presentations);
  const reports = await currentReports(
    tx,
    held.map(({ presentationId }) => presentationId),
  );
  const open = new Map<string, string>();
  for (const [presentationId, { reportId }] of reports)
    if (unconcluded.has((await lockReport(tx, reportId)).state)) open.set(presentationId, reportId);

  const unlisted: Unlisted[] = [];
  for (const presentation of held) {
    const { presentationId, state } = presentation;
    if (state === 'listed' && !open.has(presentationId)) continue;
    const reportId = open.get(presentationId) ?? null;
    const withdrawn = state === 'listed' ? await boardGrants(tx, presentation, reportId) : [];
    for (const { subject, id } of withdrawn) await revoke(tx, subject, id);
    await removePresentation(tx, presentation, reason);
    unlisted.push({ presentation, withdrawn });
    if (state !== 'listed') continue;
    await withdrawRequest(tx, presentationId);
    if (reportId) await notifyFacts(tx, reportId, presentation);
    await tellRemoved(tx, tell, principal, presentation);
  }
  return unlisted;
}

/** Records what `unlistCase` did. Called last in the transaction, like every audit. */
export async function recordUnlisted(
  tx: Transaction,
  audit: Audit,
  { caseId, ...who }: Principal & { patientId: string; caseId: string },
  unlisted: Unlisted[],
  reason: RemovalReason,
): Promise<void> {
  for (const { presentation, withdrawn } of unlisted) {
    const { presentationId, meetingId } = presentation;
    const details = { presentationId, meetingId, reason };
    await audit.record(tx, 'presentation.removed', { ...who, subject: `case:${caseId}` }, details);
    await recordWithdrawals(tx, audit, who, withdrawn);
  }
}
