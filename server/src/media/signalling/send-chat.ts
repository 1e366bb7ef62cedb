import { AppError } from '../../lib/index.ts';
import { inside } from './handler.ts';

/** Tells everybody inside, who writes included. Throws `too_many` above the pace of somebody who types. */
export const sendChat = inside<'sendChat'>(({ call, me }, { text }) => {
  if (!me.chatting.tryTake()) throw new AppError('too_many');
  const line = call.room.chat.add(me.seat.principal, text);
  call.tell({ event: 'chat', line });
  return { lineId: line.lineId };
});
