import { inArray } from 'drizzle-orm';
import { frozenReports } from '@concertation/schema';
import type { AttendanceLine } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { findPeople } from '../../auth/index.ts';
import { readBoard } from '../../boards/index.ts';
import { readCases } from '../../cases/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Database, Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { attendanceOf, type PresentationFacts, presentationsOfMeeting, readMeeting } from '../../meetings/index.ts';
import { readPatients } from '../../patients/index.ts';
import type { ReportFacts } from '../facts.ts';
import { frenchDate, frenchDay, frenchTime } from '../render/french-date.ts';
import { factsSection, plainPages, type PlainSection, setPlainPages, tableSection } from '../render/plain-pages.ts';
import { fieldValue } from '../render/report-content.ts';
import { type Report, reportsOfPresentations } from '../report-rows.ts';
import type { OpenKey } from '../sign/signer.ts';
import { sealPages } from '../sign/seal-pages.ts';
import { duration } from './certificate-pages.ts';

type Needs = {
  database: Database;
  audit: Audit;
  openKey: OpenKey;
  configuration: Pick<Configuration, 'establishment' | 'demonstration' | 'demonstrationCertificate'>;
};

const states = {
  draft: 'brouillon',
  discussion: 'en discussion',
  validated: 'validé, non figé',
  frozen: 'figé, signature en attente',
  signed: 'signé',
} as const;

/** The frozen facts of reports, by report, in one query. */
async function frozenFacts(executor: Executor, reportIds: string[]): Promise<Map<string, ReportFacts>> {
  if (reportIds.length === 0) return new Map();
  const rows = await executor
    .select({ reportId: frozenReports.reportId, facts: frozenReports.facts })
    .from(frozenReports)
    .where(inArray(frozenReports.reportId, reportIds));
  return new Map(rows.map(({ reportId, facts }) => [reportId, JSON.parse(facts) as ReportFacts]));
}

const quorumWords = ({ track, quorum, quorumDerogation }: PresentationFacts): string => {
  if (track === 'registration') return 'sans objet';
  if (!quorum) return '–';
  return quorum.met ? 'atteint' : quorumDerogation ? 'non atteint, dérogation' : 'non atteint';
};

/** The version that counts: the latest that is frozen or signed, even while another corrects it; else the latest. */
function versionsOf(versions: Report[]): { report: Report | undefined; isCorrected: boolean } {
  const latest = versions.at(-1);
  const sealed = versions.findLast(({ state }) => isSealed(state));
  return { report: sealed ?? latest, isCorrected: sealed !== undefined && sealed !== latest };
}

const reportWords = (report: Report, facts: ReportFacts | undefined, isCorrected: boolean): string =>
  [
    states[report.state],
    ...(facts ? [facts.documentNumber] : []),
    ...(isCorrected ? ['correction en cours'] : []),
  ].join(', ');

async function casesSection(executor: Executor, listed: PresentationFacts[]): Promise<PlainSection> {
  const cases = await readCases(
    executor,
    listed.map(({ caseId }) => caseId),
  );
  const patients = await readPatients(
    executor,
    [...cases.values()].map(({ patientId }) => patientId),
  );
  const presenters = await findPeople(
    executor,
    listed.map(({ presenterId }) => presenterId),
  );
  const reports = await reportsOfPresentations(
    executor,
    listed.map(({ presentationId }) => presentationId),
  );
  const versions = Map.groupBy(reports, ({ presentationId }) => presentationId);
  const frozen = await frozenFacts(
    executor,
    reports.filter(({ state }) => isSealed(state)).map(({ id }) => id),
  );
  const rows = listed.map((line, index) => {
    const patient = patients.get(cases.get(line.caseId)?.patientId ?? '');
    const { report, isCorrected } = versionsOf(versions.get(line.presentationId) ?? []);
    const facts = report && frozen.get(report.id);
    return [
      String(index + 1),
      patient ? `${patient.birthName} ${patient.birthGivenName}, ${frenchDate(patient.birthDate)}` : '–',
      presenters.get(line.presenterId)?.name ?? '–',
      line.track === 'registration' ? 'enregistrement' : duration(Math.round(line.discussedSeconds / 60)),
      quorumWords(line),
      report ? reportWords(report, facts, isCorrected) : '–',
      facts ? (fieldValue('decision', facts.fields.decision) ?? '–') : '–',
    ];
  });
  return tableSection(
    'Dossiers',
    ['N°', 'Patient', 'Présenté par', 'Discussion', 'Quorum', 'Compte-rendu', 'Décision'],
    rows,
  );
}

const peopleSection = (attendance: AttendanceLine[]): PlainSection =>
  tableSection(
    'Participants',
    ['Nom', 'Spécialité', 'Arrivée', 'Départ', 'Constatée'],
    attendance.map(({ name, specialty, arrivedAt, leftAt, source }) => [
      name,
      specialty,
      frenchTime(arrivedAt),
      leftAt ? frenchTime(leftAt) : '–',
      source === 'connection' ? 'par sa connexion' : 'par le secrétariat',
    ]),
  );

/**
 * « Synthèse de la réunion », sealed: who came, each case on the list, how long it was discussed, its quorum, what became
 * of its report and its decision. For who runs the meeting. Throws `wrong_state` until it is closed. Each is an audit row.
 */
export async function meetingSummary(
  { database, audit, openKey, configuration }: Needs,
  principal: Principal,
  meetingId: string,
): Promise<Uint8Array> {
  const { db } = database;
  const meeting = await readMeeting(db, meetingId);
  const { startedAt, closedAt } = meeting;
  if (meeting.state !== 'closed' || !closedAt) throw new AppError('wrong_state');
  const board = await readBoard(db, meeting.boardId);
  const listed = await presentationsOfMeeting(db, meetingId);
  const { establishment } = configuration;
  const demonstration = configuration.demonstration || configuration.demonstrationCertificate;
  const pages = plainPages(closedAt.toISOString(), {
    title: 'Synthèse de la réunion',
    name: board.name,
    notice: `${demonstration ? 'DÉMONSTRATION, sans valeur. ' : ''}Document confidentiel, couvert par le secret professionnel. Heures de Paris.`,
    sections: [
      factsSection('Réunion', {
        Établissement: establishment,
        Organisateur: board.organisation,
        Date: frenchDay(meeting.startsAt.toISOString()),
        Ouverte: startedAt ? frenchTime(startedAt.toISOString()) : null,
        Close: frenchTime(closedAt.toISOString()),
        Dossiers: String(listed.length),
      }),
      await casesSection(db, listed),
      peopleSection(await attendanceOf(db, meetingId)),
    ],
  });
  const unsealed = await setPlainPages(pages);
  const sealed = await sealPages(unsealed, openKey, { reason: 'Synthèse de la réunion', name: establishment });
  const scope = { ...principal, subject: `meeting:${meetingId}` };
  await database.transaction((tx) => audit.record(tx, 'meeting.summarised', scope, { cases: listed.length }));
  return sealed;
}
