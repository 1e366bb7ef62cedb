import type { ReadBack } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { readState } from '../../documents/index.ts';
import { attendanceOf, readPresentation } from '../../meetings/index.ts';
import { readDraft } from '../freeze/draft.ts';
import { type Report, reportDocument } from '../report-rows.ts';
import { awaitedSpecialties } from './awaited-specialties.ts';
import { decisionHash, decisionText } from './decision-text.ts';
import { findAnswers } from './find-answers.ts';
import { frozenReadBack } from './frozen-read-back.ts';

/**
 * The decision's words as they are stored at this instant, and what was said of them. Of a frozen report: its frozen
 * words, and those whom the freeze still awaited. Throws `report_text` where the text holds what the product does not
 * know. Rules RBK-1 to RBK-5.
 */
export async function describeReadBack(
  executor: Executor,
  { accountId }: Principal,
  report: Report,
): Promise<ReadBack> {
  const { meetingId, meetingState } = await readPresentation(executor, report.presentationId);
  const { state } = await readState(executor, reportDocument(report.id));
  const text = decisionText(readDraft(state));
  const textHash = decisionHash(text);
  const attendance = await attendanceOf(executor, meetingId);
  const answers = await findAnswers(executor, report.id, { textHash, attendance });
  const holding = answers.filter(({ holds }) => holds);
  return {
    text,
    textHash,
    answers,
    awaited: isSealed(report.state)
      ? ((await frozenReadBack(executor, report.id))?.awaited ?? [])
      : awaitedSpecialties(attendance, meetingState, holding),
    mayAnswer: !isSealed(report.state) && attendance.some((line) => line.accountId === accountId),
  };
}
