import type { Message } from '@concertation/shared/contracts';
import { useEffect, useRef } from 'react';
import { useCommand } from '../../../api/index.ts';

/** Says that I read until the last message, once its end was before my eyes; one's own messages need no reading. */
export function useMarkRead({
  conversationId,
  messages,
  meId,
  readUntil,
  isSeen,
}: {
  conversationId: string;
  messages: readonly Message[];
  meId: string;
  readUntil: string | null;
  isSeen: boolean;
}): void {
  const { mutate } = useCommand('markConversationRead', {
    refreshes: ['readConversation', 'listConversations', 'listNotifications'],
  });
  const marked = useRef<string | null>(null);
  const last = messages.at(-1);
  const isUnread = messages.some(({ authorId, sentAt }) => authorId !== meId && sentAt > (readUntil ?? ''));
  useEffect(() => {
    if (!last || !isSeen || !isUnread || marked.current === last.messageId) return;
    const { messageId } = last;
    marked.current = messageId;
    mutate(
      { params: { conversationId }, body: { messageId } },
      // What was not said is said again with the next look.
      { onError: () => void (marked.current = null) },
    );
  }, [last, isSeen, isUnread, conversationId, mutate]);
}
