import { reports } from '@concertation/schema';
import { type Grant, grant, grantsOn } from '../../access/index.ts';
import { readCase, readConsents } from '../../cases/index.ts';
import type { Transaction } from '../../database/index.ts';
import { createDocument } from '../../documents/index.ts';
import { newId } from '../../lib/index.ts';
import type { AddedPresentation } from '../../meetings/index.ts';
import { currentReports } from '../reading/current-reports.ts';
import { reportDocument } from '../report-rows.ts';

type Given = Pick<Grant, 'subject' | 'grantee' | 'role'>;
type Opened = Pick<AddedPresentation, 'presentationId' | 'boardId' | 'meetingId'> & {
  caseId: string;
  presenterId: string;
};

/** The report of a presentation: the one it had before it was removed, or a new empty one. */
async function findOrCreate(tx: Transaction, presentationId: string): Promise<string> {
  const known = (await currentReports(tx, [presentationId])).get(presentationId);
  if (known) return known.reportId;
  const reportId = newId();
  await tx.insert(reports).values({ id: reportId, presentationId, version: 1, state: 'draft', createdAt: new Date() });
  await createDocument(tx, reportDocument(reportId));
  return reportId;
}

/**
 * Who finds the report: the board that discusses it, who presents it, and who treats the patient (SC-94 to SC-98). The
 * board reaches the case too, with its guests and the meeting’s when the patient agreed to sharing outside the team.
 */
async function wanted(tx: Transaction, reportId: string, opened: Opened): Promise<Given[]> {
  const { boardId, meetingId, caseId, presenterId } = opened;
  const { ownerId, referentIds } = await readCase(tx, caseId);
  const sharing = (await readConsents(tx, [caseId])).get(caseId)?.sharing === true;
  const subject = { kind: 'report', id: reportId } as const;
  const sheet = { kind: 'case', id: caseId } as const;
  const grantee = { kind: 'board', id: boardId } as const;
  const account = (id: string, role: Given['role']): Given => ({ subject, grantee: { kind: 'account', id }, role });
  return [
    { subject, grantee, role: 'presented' },
    account(presenterId, 'presenter'),
    account(ownerId, 'owner'),
    ...referentIds.map((id) => account(id, 'referent')),
    { subject: sheet, grantee, role: 'presented' },
    ...(sharing ? [grantee, { kind: 'meeting', id: meetingId } as const] : []).map((open): Given => ({
      subject: sheet,
      grantee: open,
      role: 'presented_openly',
    })),
  ];
}

/**
 * Opens the report of a case that came on a list and gives the board the report and the case. Returns the grants that
 * were not there before, for the caller to audit.
 */
export async function openReport(
  tx: Transaction,
  opened: Opened,
  grantedBy: string,
): Promise<{ reportId: string; given: Given[] }> {
  const reportId = await findOrCreate(tx, opened.presentationId);
  const held = [
    ...(await grantsOn(tx, { kind: 'report', id: reportId })),
    ...(await grantsOn(tx, { kind: 'case', id: opened.caseId })),
  ];
  const isHeld = (one: Given) =>
    held.some(
      ({ subject, grantee, role }) =>
        subject.id === one.subject.id && grantee.id === one.grantee.id && role === one.role,
    );
  const given = (await wanted(tx, reportId, opened)).filter((one) => !isHeld(one));
  for (const one of given) await grant(tx, { ...one, grantedBy });
  return { reportId, given };
}
