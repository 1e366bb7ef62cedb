import type { LiveCall } from '../rooms/live-call.ts';
import type { LiveSeat } from '../rooms/live-seat.ts';
import { inside } from './handler.ts';
import { setPaused } from './pause-source.ts';

async function muteOne(call: LiveCall, live: LiveSeat): Promise<void> {
  const microphone = live.seat.sources.get('microphone');
  if (!microphone || microphone.paused || !live.media) return;
  await setPaused(call, live, 'microphone', true);
  live.line?.tell({ event: 'muted' });
}

/** Who is muted is told, and unmutes themselves. */
export const mute = inside<'mute'>(async ({ call, me }, { participantId }) => {
  const muted = participantId ? [call.seat(participantId)] : call.seats.filter((live) => live !== me);
  await Promise.all(muted.map((live) => muteOne(call, live)));
  return null;
});
