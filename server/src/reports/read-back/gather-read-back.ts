import type { AttendanceLine } from '@concertation/shared/contracts';
import type { MeetingState } from '@concertation/shared/domain';
import type { Transaction } from '../../database/index.ts';
import type { ReportFacts } from '../facts.ts';
import type { Draft } from '../freeze/draft.ts';
import { awaitedSpecialties } from './awaited-specialties.ts';
import { decisionHash, decisionText } from './decision-text.ts';
import { findAnswers } from './find-answers.ts';

/** What a freeze keeps: the answers to the very words that it freezes, and the specialties that gave none. Rule RBK-5. */
export async function gatherReadBack(
  tx: Transaction,
  reportId: string,
  { draft, attendance, meetingState }: { draft: Draft; attendance: AttendanceLine[]; meetingState: MeetingState },
): Promise<NonNullable<ReportFacts['readBack']>> {
  const all = await findAnswers(tx, reportId, decisionHash(decisionText(draft)));
  const holding = all.filter(({ holds }) => holds);
  return {
    answers: holding.map(({ name, specialty, verdict, reason, givenAt }) => ({
      name,
      specialty,
      verdict,
      reason,
      at: givenAt,
    })),
    awaited: awaitedSpecialties(attendance, meetingState, holding),
  };
}
