import { keepChatLine as keepInNotes, recordKeptLine } from '../../calls/index.ts';
import { AppError } from '../../lib/index.ts';
import { inside } from './handler.ts';

/** Writes a line into the meeting's notes, once. Throws `not_found` for a line that is no longer there. */
export const keepChatLine = inside<'keepChatLine'>(async ({ needs, call, me }, { lineId }) => {
  const line = call.room.chat.line(lineId);
  if (!line) throw new AppError('not_found');
  if (line.kept) return null;
  // Before anything is awaited: two who keep it at once keep it once.
  line.kept = true;
  try {
    await keepInNotes(needs, me.seat.principal, call.meetingId, line);
  } catch (error) {
    line.kept = false;
    throw error;
  }
  call.tell({ event: 'chat_kept', lineId });
  await recordKeptLine(needs, me.seat.principal, call.meetingId, line);
  return null;
});
