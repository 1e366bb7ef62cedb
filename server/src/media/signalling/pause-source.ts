import { AppError } from '../../lib/index.ts';
import type { LiveCall } from '../rooms/live-call.ts';
import { type LiveSeat, mediaOf } from '../rooms/live-seat.ts';
import type { MediaSource } from '@concertation/shared/contracts';
import { inside } from './handler.ts';

/** Pauses or resumes what a seat sends, on the server and for everybody to see. Throws `not_found` when it sends no such thing. */
export async function setPaused(call: LiveCall, live: LiveSeat, source: MediaSource, paused: boolean): Promise<void> {
  if (!live.seat.sources.has(source)) throw new AppError('not_found');
  await mediaOf(live).pauseSource(source, paused);
  // Read now: what took its place meanwhile is what the engine paused, one request of a seat after the other.
  const sent = live.seat.sources.get(source);
  if (sent) live.seat.sources.set(source, { ...sent, paused });
  call.changed();
}

/** « Couper le micro », and back. */
export const pauseSource = inside<'pauseSource'>(async ({ call, me }, { source, paused }) => {
  await setPaused(call, me, source, paused);
  return null;
});
