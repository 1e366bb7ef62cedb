import type { Conversation } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useCommand, useRead } from '../../../api/index.ts';
import { type Known, withLatest, withOlder, withoutWords } from './merge-messages.ts';

const everyMs = 10_000;

/** A conversation, asked again every ten seconds while it is shown, with the older messages that were asked for. */
export function useMessages(conversationId: string) {
  const params = { conversationId };
  const read = useRead('readConversation', { params }, { refreshEvery: everyMs });
  const page = useCommand('readConversation');
  const [seen, setSeen] = useState<Conversation | undefined>();
  const [known, setKnown] = useState<Known>({ messages: [], older: false });
  if (read.data && read.data !== seen) {
    setSeen(read.data);
    setKnown(withLatest(known, read.data));
  }
  return {
    read,
    known,
    older: page,
    readOlder: () => {
      const before = known.messages[0]?.sentAt;
      if (before === undefined) return;
      page.mutate({ params, query: { before } }, { onSuccess: (found) => setKnown((now) => withOlder(now, found)) });
    },
    erase: (messageId: string) => setKnown((now) => withoutWords(now, messageId)),
  };
}
