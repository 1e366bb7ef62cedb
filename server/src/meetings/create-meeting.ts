import { meetings } from '@concertation/schema';
import { documentName, type MeetingState } from '@concertation/shared/domain';
import { grant } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { createDocument } from '../documents/index.ts';
import { newId } from '../lib/index.ts';

/** Creates a meeting of a board, with its document; the board's members have their board roles on it. */
export async function createMeeting(
  tx: Transaction,
  { boardId, startsAt, state = 'planned' }: { boardId: string; startsAt: Date; state?: MeetingState },
): Promise<string> {
  const meetingId = newId();
  await tx.insert(meetings).values({ id: meetingId, boardId, startsAt, state, currentPresentationId: null });
  await createDocument(tx, documentName('meeting', meetingId));
  const subject = { kind: 'meeting', id: meetingId } as const;
  await grant(tx, { subject, grantee: { kind: 'board', id: boardId }, role: 'presented', grantedBy: null });
  return meetingId;
}
