import type { MeetingDetail } from '@concertation/shared/contracts';
import i18next from 'i18next';
import { useState } from 'react';
import { ApiError, call, queryClient, readKey, refreshFacts } from '../../api/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import { useToast } from '../../ui/index.ts';
import { createMoveQueue } from './move-queue.ts';

const isStale = (error: unknown) => error instanceof ApiError && error.code === 'stale';

/** Why a move was refused; for a late one, where the meeting really is. */
function refusalWords(error: unknown, meetingId: string): string {
  if (!isStale(error)) return error instanceof Error ? error.message : i18next.t('ui:failed');
  const meeting = queryClient.getQueryData<MeetingDetail>(readKey('readMeeting', { params: { meetingId } }));
  const line = meeting?.presentations.find((each) => each.presentationId === meeting.currentPresentationId);
  return line
    ? i18next.t('meetings:run.stale', { name: presentPatientName(line.patient) })
    : i18next.t('meetings:run.staleNone');
}

/**
 * The case being discussed, and the way to move everyone to another. A move is shown at once to who asks for it; the
 * server has the last word, and a refusal is said in words. To be mounted anew for another meeting.
 */
export function useCurrentCase({ meetingId, currentPresentationId }: MeetingDetail): {
  current: string | null;
  move: (presentationId: string) => void;
} {
  const { show } = useToast();
  const [expected, setExpected] = useState<string>();
  const [queue] = useState(() =>
    createMoveQueue({
      send: (body) => call('moveMeeting', { params: { meetingId }, body }),
      onExpected: setExpected,
      isStale,
      onRefused: (error) => show({ tone: isStale(error) ? 'info' : 'danger', message: refusalWords(error, meetingId) }),
      refresh: async () => {
        await refreshFacts('readMeeting', { params: { meetingId } });
        // The answer reaches the screen at the next turn: letting go before would flash the previous case.
        await new Promise((done) => setTimeout(done));
      },
    }),
  );
  return {
    current: expected ?? currentPresentationId,
    move: (presentationId) => queue.move(presentationId, currentPresentationId),
  };
}
