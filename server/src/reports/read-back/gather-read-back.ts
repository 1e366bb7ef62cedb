import type { AttendanceLine } from '@concertation/shared/contracts';
import type { MeetingState } from '@concertation/shared/domain';
import type { Transaction } from '../../database/index.ts';
import type { ReadBackGiven, ReportFacts } from '../facts.ts';
import type { Draft } from '../freeze/draft.ts';
import { awaitedSpecialties } from './awaited-specialties.ts';
import { decisionHash, decisionText } from './decision-text.ts';
import { findAnswers, type ReadBackAnswer } from './find-answers.ts';

const given = ({ name, specialty, verdict, reason, givenAt }: ReadBackAnswer): ReadBackGiven => ({
  name,
  specialty,
  verdict,
  reason,
  at: givenAt,
});

/** The last word of those who said nothing of the present ones, where it was a dissent. `all`: oldest first. */
function earlierDissents(all: ReadBackAnswer[]): ReadBackAnswer[] {
  const heard = new Set(all.filter(({ holds }) => holds).map(({ accountId }) => accountId));
  const last = new Map(all.map((answer) => [answer.accountId, answer]));
  return [...last.values()].filter(({ accountId, verdict }) => verdict === 'dissents' && !heard.has(accountId));
}

/**
 * What a freeze keeps: the answers to the very words that it freezes, the dissents from earlier words that nobody took
 * back, and the specialties that gave no answer. Rule RBK-5.
 */
export async function gatherReadBack(
  tx: Transaction,
  reportId: string,
  { draft, attendance, meetingState }: { draft: Draft; attendance: AttendanceLine[]; meetingState: MeetingState },
): Promise<NonNullable<ReportFacts['readBack']>> {
  const all = await findAnswers(tx, reportId, { textHash: decisionHash(decisionText(draft)), attendance });
  const holding = all.filter(({ holds }) => holds);
  return {
    answers: holding.map(given),
    earlier: earlierDissents(all).map(given),
    awaited: awaitedSpecialties(attendance, meetingState, holding),
  };
}
