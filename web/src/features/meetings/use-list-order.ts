import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { useRef, useState } from 'react';
import { type ApiError, useCommand } from '../../api/index.ts';
import { inOrder } from './order.ts';

/**
 * The list in order, and the way to change it: shown at once, then as the server has it. Changes are sent one after the
 * other, each with the order that it starts from: when somebody else orders meanwhile the server says so.
 */
export function useListOrder(
  meeting: MeetingDetail,
  onRefused: (error: ApiError) => void,
): { lines: PresentationLine[]; reorder: (presentationIds: string[]) => void } {
  const { meetingId } = meeting;
  const [wanted, setWanted] = useState<string[] | null>(null);
  const sent = useRef<Promise<unknown>>(Promise.resolve());
  const order = useCommand('orderPresentations', { refreshes: ['readMeeting'] });
  const byPosition = meeting.presentations.toSorted((one, other) => one.position - other.position);
  const lines = wanted ? inOrder(byPosition, wanted) : byPosition;
  return {
    lines,
    reorder: (presentationIds) => {
      const from = lines.map(({ presentationId }) => presentationId);
      setWanted(presentationIds);
      sent.current = sent.current.then(() =>
        order
          .mutateAsync({ params: { meetingId }, body: { presentationIds, from } })
          .catch(onRefused)
          .finally(() => setWanted((latest) => (latest === presentationIds ? null : latest))),
      );
    },
  };
}
