import { AppError } from '../../lib/index.ts';
import type { LiveCall } from '../rooms/live-call.ts';
import { type LiveSeat, mediaOf } from '../rooms/live-seat.ts';
import type { MediaSource } from '@concertation/shared/contracts';
import { inside } from './handler.ts';

/** Pauses or resumes what a seat sends, on the server and for everybody to see. Throws `not_found` when it sends no such thing. */
export async function setPaused(call: LiveCall, live: LiveSeat, source: MediaSource, paused: boolean): Promise<void> {
  const sent = live.seat.sources.get(source);
  if (!sent) throw new AppError('not_found');
  await mediaOf(live).pauseSource(source, paused);
  // Unless another producer took its place meanwhile.
  if (live.seat.sources.get(source) === sent) live.seat.sources.set(source, { ...sent, paused });
  call.changed();
}

/** « Couper le micro », and back. */
export const pauseSource = inside<'pauseSource'>(async ({ call, me }, { source, paused }) => {
  await setPaused(call, me, source, paused);
  return null;
});
