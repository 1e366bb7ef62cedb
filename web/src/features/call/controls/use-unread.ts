import { useState } from 'react';
import { useCall, useCallScreen } from '../call-context.ts';

/** How many messages of others came since the chat was last open; those that were there when one came in are not news. */
export function useUnread(): number {
  const { side } = useCallScreen();
  const chat = useCall((state) => state.chat);
  const [read, setRead] = useState(chat.length);
  const isOpen = side === 'chat';
  // A call joined again tells its lines anew.
  if ((isOpen && read !== chat.length) || read > chat.length) setRead(chat.length);
  return isOpen ? 0 : Math.max(chat.length - read, 0);
}
