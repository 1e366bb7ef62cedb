import type { Participant } from '@concertation/shared/contracts';
import { useCall } from './call-context.ts';

/** My seat, as everybody sees it. */
export function useMySeat(): Participant | null {
  const room = useCall((state) => state.room);
  const mine = useCall((state) => state.participantId);
  return room?.participants.find(({ participantId }) => participantId === mine) ?? null;
}

/** Whether I may admit, mute, remove and lock: who runs the meeting, or who holds the chair for them. Source: CM-31. */
export function useModerates(): boolean {
  const me = useMySeat();
  const chairId = useCall((state) => state.room?.chairId ?? null);
  return me !== null && (me.standing === 'moderator' || me.participantId === chairId);
}

/** True while this person is in the call of a meeting, at its door, or coming back to it. */
export function useInsideCall(meetingId: string): boolean {
  return useCall(
    ({ phase, meetingId: current }) =>
      current === meetingId && (phase === 'inside' || phase === 'waiting' || phase === 'reconnecting'),
  );
}

/** True while this person is in a call, at its door, or coming back to it: listening is being there. */
export function useOnCall(): boolean {
  return useCall(({ phase }) => phase === 'inside' || phase === 'waiting' || phase === 'reconnecting');
}
