import { eq } from 'drizzle-orm';
import { frozenReports } from '@concertation/schema';
import type { AttendanceLine } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { findPeople } from '../../auth/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { readMeeting } from '../../meetings/index.ts';
import type { Author, Participant, ReportFacts } from '../facts.ts';
import { gatherReadBack } from '../read-back/gather-read-back.ts';
import type { Setting } from '../reading/find-setting.ts';
import type { Report } from '../report-rows.ts';
import type { Draft } from './draft.ts';
import { gatherIdentifiers } from './gather-identifiers.ts';

export type Establishment = Pick<
  Configuration,
  'establishment' | 'establishmentIds' | 'demonstration' | 'demonstrationCertificate'
>;

type Gathered = {
  report: Report;
  setting: Setting;
  attendance: AttendanceLine[];
  draft: Draft;
  documentNumber: string;
  frozenAt: Date;
  derogation: string | null;
  authors: Record<string, Author>;
};

const toParticipant = (
  { name, specialty, source, arrivedAt, leftAt }: AttendanceLine,
  identity: Pick<Participant, 'identity'>,
): Participant => ({ name, specialty, source, arrivedAt, leftAt, ...identity });

async function replacedBy(tx: Transaction, report: Report): Promise<ReportFacts['replaces']> {
  if (report.replacesId === null) return null;
  const [row] = await tx
    .select({ documentNumber: frozenReports.documentNumber })
    .from(frozenReports)
    .where(eq(frozenReports.reportId, report.replacesId));
  if (!row) throw new AppError('wrong_state');
  return { documentNumber: row.documentNumber, reason: report.replacementReason ?? '' };
}

/** What a report says beside its text, at the instant of its freeze. Rule FRZ-3. */
export async function gatherFacts(
  tx: Transaction,
  establishment: Establishment,
  principal: Principal,
  gathered: Gathered,
): Promise<ReportFacts> {
  const { report, setting, attendance, draft, documentNumber, frozenAt, derogation, authors } = gathered;
  const { presentation, board, patient } = setting;
  const presenter = (await findPeople(tx, [presentation.presenterId])).get(presentation.presenterId);
  if (!presenter) throw new AppError('not_found');
  const { startedAt, closedAt } = await readMeeting(tx, presentation.meetingId);
  const identifiers = await gatherIdentifiers(tx, {
    reportId: report.id,
    setting,
    accountIds: [principal.accountId, presentation.presenterId, ...attendance.map(({ accountId }) => accountId)],
  });
  const { identityOf } = identifiers;
  const { birthName, birthGivenName, usedName, usedGivenName, birthDate, sex, identityStatus } = patient;
  return {
    documentNumber,
    version: report.version,
    replaces: await replacedBy(tx, report),
    establishment: establishment.establishment,
    board: { name: board.name, organisation: board.organisation, kind: board.kind },
    meeting: { startsAt: presentation.startsAt.toISOString() },
    registration: presentation.track === 'registration' ? presentation.guideline : null,
    quorum: presentation.quorum && { ...presentation.quorum, derogation: presentation.quorumDerogation },
    frozenAt: frozenAt.toISOString(),
    frozenBy: { name: principal.name, specialty: principal.specialty, ...identityOf(principal.accountId) },
    derogation,
    patient: { birthName, birthGivenName, usedName, usedGivenName, birthDate, sex, identityStatus },
    presenter: { name: presenter.name, specialty: presenter.specialty, ...identityOf(presentation.presenterId) },
    participants: attendance.map((line) => toParticipant(line, identityOf(line.accountId))),
    fields: draft.fields,
    demonstration: establishment.demonstration || establishment.demonstrationCertificate,
    authors,
    ran: { startedAt: startedAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null },
    readBack: await gatherReadBack(tx, report.id, { draft, attendance, meetingState: presentation.meetingState }),
    establishmentIds: establishment.establishmentIds,
    ...identifiers.facts,
  };
}
