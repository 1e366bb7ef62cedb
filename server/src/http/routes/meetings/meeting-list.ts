import type { PresentationLine } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import { readCases } from '../../../cases/index.ts';
import type { Executor } from '../../../database/index.ts';
import { presentationsOfMeeting } from '../../../meetings/index.ts';
import { readPatients } from '../../../patients/index.ts';
import { currentReports } from '../../../reports/index.ts';

/** A meeting's list with patients, presenters and reports, in order: five queries, however long it is. */
export async function meetingList(
  executor: Executor,
  meetingId: string,
  minutesPerCase: number,
): Promise<PresentationLine[]> {
  const listed = await presentationsOfMeeting(executor, meetingId);
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
  return listed.map(({ presentationId, caseId, presenterId, ...line }) => {
    const patient = patients.get(cases.get(caseId)?.patientId ?? '');
    const presenter = presenters.get(presenterId);
    const report = reports.get(presentationId);
    if (!patient || !presenter || !report) throw new Error(`presentation ${presentationId} is not complete`);
    return {
      presentationId,
      position: line.position,
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
      missing: [],
      discussedSeconds: line.discussedSeconds,
      discussedSince: line.discussedSince?.toISOString() ?? null,
      treatingIds: [...new Set([cases.get(caseId)?.ownerId ?? presenterId, presenterId])],
      quorum: line.quorum,
      quorumDerogation: line.quorumDerogation,
    };
  });
}
