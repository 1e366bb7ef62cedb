import type { AttendanceLine } from '@concertation/shared/contracts';
import { foldText, type MeetingState, notPhysicians } from '@concertation/shared/domain';

const nonMedical = notPhysicians.map(foldText);

/** Those there now; once the meeting is over, all those who were there. */
function presentAt(attendance: readonly AttendanceLine[], meetingState: MeetingState): AttendanceLine[] {
  return attendance.filter(({ leftAt }) => meetingState === 'closed' || leftAt === null);
}

/**
 * Specialties present of which nobody answered the words as they are, in the order of arrival, each once. Those whom a
 * quorum does not count are not awaited. Rule RBK-4.
 */
export function awaitedSpecialties(
  attendance: readonly AttendanceLine[],
  meetingState: MeetingState,
  answered: readonly { accountId: string; specialty: string }[],
): string[] {
  const accounts = new Set(answered.map(({ accountId }) => accountId));
  const heard = new Set(answered.map(({ specialty }) => foldText(specialty)));
  for (const { accountId, specialty } of attendance)
    if (accountId && accounts.has(accountId)) heard.add(foldText(specialty));
  const awaited = new Map<string, string>();
  for (const { specialty } of presentAt(attendance, meetingState)) {
    const folded = foldText(specialty);
    const counts = folded !== '' && !nonMedical.some((other) => folded.startsWith(other));
    if (counts && !heard.has(folded) && !awaited.has(folded)) awaited.set(folded, specialty);
  }
  return [...awaited.values()];
}
