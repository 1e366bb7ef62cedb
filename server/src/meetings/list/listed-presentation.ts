import type { ReportState } from '@concertation/shared/domain';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockOpenMeeting } from '../read-meeting.ts';
import { type PresentationFacts, readPresentation } from '../read-presentations.ts';

/**
 * How far the report of a presentation is; null when it has none. It is held until the transaction ends. Given by the
 * room of reports, which this one does not know.
 */
export type HoldReport = (
  tx: Transaction,
  presentationId: string,
) => Promise<{ reportId: string; state: ReportState } | null>;

/**
 * A case of an unfinished meeting's list, for a command: the meeting is held. Throws `wrong_state` once the meeting is
 * over, `not_found` for a presentation of another list.
 */
export async function lockListed(
  tx: Transaction,
  { meetingId, presentationId }: { meetingId: string; presentationId: string },
): Promise<PresentationFacts> {
  await lockOpenMeeting(tx, meetingId);
  const presentation = await readPresentation(tx, presentationId);
  if (presentation.meetingId !== meetingId || presentation.state !== 'listed') throw new AppError('not_found');
  return presentation;
}
