import { inside } from './handler.ts';

/** Shown to the others in words. */
export const reportQuality = inside<'reportQuality'>(({ call, me }, { quality }) => {
  if (me.seat.quality === quality) return null;
  me.seat.quality = quality;
  call.changed();
  return null;
});
