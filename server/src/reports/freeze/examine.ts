import type { AttendanceLine, FreezeCheck, Gap } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';
import { readState } from '../../documents/index.ts';
import { AppError } from '../../lib/index.ts';
import { attendanceOf, lacksQuorum } from '../../meetings/index.ts';
import { findSetting, type Setting } from '../reading/find-setting.ts';
import { type Report, reportDocument } from '../report-rows.ts';
import { decisionHash, decisionText } from '../read-back/decision-text.ts';
import { checkIdentity } from './check-identity.ts';
import { type Draft, readDraft } from './draft.ts';
import { findGaps } from './find-gaps.ts';
import { refuseForbiddenText } from './forbidden-text.ts';

/** A report as it is stored at this instant, read with everything that a freeze looks at. */
export type Examined = {
  setting: Setting;
  state: Uint8Array;
  position: number;
  /** Of the journal's row at that position. */
  hash: Uint8Array;
  draft: Draft;
  attendance: AttendanceLine[];
  gaps: Gap[];
};

/** Reads a report and what it lacks. Throws `report_text` when its text holds what the product does not know. */
export async function examine(executor: Executor, report: Report): Promise<Examined> {
  const setting = await findSetting(executor, report.presentationId);
  const { state, position, hash } = await readState(executor, reportDocument(report.id));
  const draft = readDraft(state);
  const attendance = await attendanceOf(executor, setting.presentation.meetingId);
  const gaps = findGaps(draft, attendance.length, await lacksQuorum(executor, setting.presentation));
  return { setting, state, position, hash, draft, attendance, gaps };
}

/** Throws the first reason why this report cannot be frozen as asked. Rules FRZ-1, FRZ-2, FRZ-5, FRZ-14. */
export function refuseUnlessFreezable(
  { setting, draft, gaps }: Examined,
  { check, derogation }: { check: FreezeCheck; derogation: string | null },
): void {
  if (check.by === 'identity') checkIdentity(setting.patient, check);
  else if (decisionHash(decisionText(draft)) !== check.textHash || setting.patient.revision !== check.patientRevision)
    throw new AppError('stale');
  refuseForbiddenText(draft);
  if (gaps.length > 0 && !derogation) throw new AppError('report_gaps', { gaps });
}
