import { useEffect, useState } from 'react';
import { type Answer, useCommand, useRead } from '../../../api/index.ts';
import { onLeft } from './left-conversations.ts';
import { type KnownLines, withLatest, withOlder, withoutLine } from './merge-conversations.ts';

const everyMs = 10_000;

/** My conversations, latest first: the first page asked again every ten seconds, and the older ones that were asked for. */
export function useConversations() {
  const latest = useRead('listConversations', { query: {} }, { refreshEvery: everyMs });
  const next = useCommand('listConversations');
  const [seen, setSeen] = useState<Answer<'listConversations'> | undefined>();
  const [known, setKnown] = useState<KnownLines>({ lines: [], older: false });
  if (latest.data && latest.data !== seen) {
    setSeen(latest.data);
    setKnown(withLatest(known, latest.data));
  }
  useEffect(() => onLeft((conversationId) => setKnown((now) => withoutLine(now, conversationId))), []);
  const readOlder = () => {
    const before = known.lines.at(-1)?.lastMessage.sentAt;
    if (before === undefined) return;
    next.mutate({ query: { before } }, { onSuccess: (page) => setKnown((now) => withOlder(now, page)) });
  };
  return { latest, lines: known.lines, hasOlder: known.older, older: next, readOlder };
}
