import type { MeetingDetail } from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { useEffect } from 'react';
import { refreshFacts, useRead } from '../../api/index.ts';
import { type DocumentHandle, useDocument } from '../../sync/index.ts';

/**
 * A meeting's rows, asked again each time its document says that they changed, when the channel opens again (what was
 * said while it was closed was not heard) and when it closes for good.
 */
export function useMeeting(meetingId: string): {
  read: ReturnType<typeof useRead<'readMeeting'>>;
  handle: DocumentHandle;
} {
  const read = useRead('readMeeting', { params: { meetingId } });
  const handle = useDocument(documentName('meeting', meetingId));
  const { onFacts, withdrawn } = handle;
  const open = handle.saveState !== 'loading' && handle.saveState !== 'offline' && handle.saveState !== 'unkept';
  useEffect(() => onFacts(() => void refreshFacts('readMeeting', { params: { meetingId } })), [onFacts, meetingId]);
  useEffect(() => {
    if (open || withdrawn !== null) void refreshFacts('readMeeting', { params: { meetingId } });
  }, [open, withdrawn, meetingId]);
  return { read, handle };
}

/** True when the signed-in account runs this meeting: orders it, completes its attendance. */
export function mayRun(meeting: MeetingDetail): boolean {
  return meeting.abilities.includes('meeting.run') && meeting.state !== 'cancelled';
}

/** True while a meeting is being prepared, until its first case. */
export function isPreparing({ state }: MeetingDetail): boolean {
  return state === 'planned' || state === 'open';
}

/** True for a meeting that is over, done or not: nothing more is moved or put on its list. */
export function isOver({ state }: MeetingDetail): boolean {
  return state === 'closed' || state === 'cancelled';
}
