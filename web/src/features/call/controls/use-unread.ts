import { useCall, useCallScreen } from '../call-context.ts';

/** How many messages came since the chat was last open, on whatever page one was; those already there on coming in are not news. */
export function useUnread(): number {
  const { side, readLines } = useCallScreen();
  const lines = useCall((state) => state.chat.length);
  return side === 'chat' ? 0 : Math.max(lines - readLines, 0);
}
