import { AppError } from '../../lib/index.ts';
import { mediaOf } from '../rooms/live-seat.ts';
import { type AskingInside, inside, placeOf } from './handler.ts';

/** Takes the one screen before anything is awaited, so that two who ask at once do not both have it. Throws `screen_taken`. */
function takeScreen({ call, me }: AskingInside, takeOver: boolean): void {
  const holder = call.room.screenHeldBy;
  if (holder && holder !== me.seat) {
    if (!takeOver || !call.room.isModerator(me.seat)) throw new AppError('screen_taken');
    call.closeSource(call.seat(holder.participantId), 'screen');
  }
  call.room.screenHeldBy = me.seat;
}

/** Sends a microphone, a camera or a screen to the others. */
export const produce = inside<'produce'>(async (asking, { source, rtpParameters, paused, takeOver }) => {
  const { needs, call, me } = asking;
  if (source === 'screen' && takeOver) {
    // What only a moderator may do: their roles are read again, as at the gate of the others.
    await needs.rights.check(call, me);
    placeOf(asking);
  }
  const media = mediaOf(me);
  if (source === 'screen') takeScreen(asking, takeOver);
  try {
    const { producerId } = await media.produce(source, rtpParameters, paused);
    // Meanwhile somebody took the screen over, or the worker died.
    if (me.media !== media) throw new AppError('call_unavailable');
    if (source === 'screen' && call.room.screenHeldBy !== me.seat) {
      media.closeSource('screen');
      throw new AppError('screen_taken');
    }
    me.seat.sources.set(source, { producerId, paused });
    return { producerId };
  } catch (error) {
    if (source === 'screen' && !me.seat.sources.has('screen')) call.room.releaseScreen(me.seat);
    throw error;
  } finally {
    call.changed();
  }
});
