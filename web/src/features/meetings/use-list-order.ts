import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { type ApiError, useCommand } from '../../api/index.ts';
import { inOrder } from './order.ts';

/** The list in order, and the way to change it: shown at once, then as the server has it. */
export function useListOrder(
  meeting: MeetingDetail,
  onRefused: (error: ApiError) => void,
): { lines: PresentationLine[]; reorder: (presentationIds: string[]) => void } {
  const { meetingId } = meeting;
  const [wanted, setWanted] = useState<string[] | null>(null);
  const order = useCommand('orderPresentations', { refreshes: ['readMeeting'] });
  const byPosition = meeting.presentations.toSorted((one, other) => one.position - other.position);
  return {
    lines: wanted ? inOrder(byPosition, wanted) : byPosition,
    reorder: (presentationIds) => {
      setWanted(presentationIds);
      order.mutate(
        { params: { meetingId }, body: { presentationIds } },
        {
          onError: onRefused,
          onSettled: () => setWanted((latest) => (latest === presentationIds ? null : latest)),
        },
      );
    },
  };
}
