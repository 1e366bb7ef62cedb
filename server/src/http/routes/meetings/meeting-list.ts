import type { PresentationLine } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import type { BoardFacts } from '../../../boards/index.ts';
import { readCases } from '../../../cases/index.ts';
import type { Executor } from '../../../database/index.ts';
import { missingOf, type PresentationFacts, treatingOf } from '../../../meetings/index.ts';
import { readPatients } from '../../../patients/index.ts';
import { currentReports } from '../../../reports/index.ts';

/**
 * Cases of a meeting's list with patients, presenters, reports, what each lacks and who is in charge, in the order given:
 * a constant number of queries, however many they are.
 */
export async function meetingList(
  executor: Executor,
  listed: PresentationFacts[],
  { minutesPerCase }: Pick<BoardFacts, 'minutesPerCase'>,
): Promise<PresentationLine[]> {
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
  const reports = await currentReports(
    executor,
    listed.map(({ presentationId }) => presentationId),
  );
  const missing = await missingOf(executor, listed);
  const treating = await treatingOf(executor, listed);
  return listed.map(({ presentationId, caseId, presenterId, ...line }, index) => {
    const patient = patients.get(cases.get(caseId)?.patientId ?? '');
    const presenter = presenters.get(presenterId);
    const report = reports.get(presentationId);
    if (!patient || !presenter || !report) throw new Error(`presentation ${presentationId} is not complete`);
    return {
      presentationId,
      position: index + 1,
      caseId,
      patient,
      presenter,
      reportId: report.reportId,
      reportState: report.state,
      track: line.track,
      guideline: line.guideline,
      minutes: line.minutes ?? minutesPerCase,
      urgent: line.urgent,
      late: line.late,
      labels: line.labels,
      missing: missing.get(presentationId) ?? [],
      discussedSeconds: line.discussedSeconds,
      discussedSince: line.discussedSince?.toISOString() ?? null,
      treatingIds: treating.get(presentationId) ?? [],
      quorum: line.quorum,
      quorumDerogation: line.quorumDerogation,
    };
  });
}
