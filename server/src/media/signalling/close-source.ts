import { inside } from './handler.ts';

/** To stop what is not sent changes nothing. */
export const closeSource = inside<'closeSource'>(({ call, me }, { source }) => {
  if (me.seat.sources.has(source)) call.closeSource(me, source);
  return null;
});
