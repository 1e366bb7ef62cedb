import type { ConversationLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useCommand, useRead } from '../../../api/index.ts';

const everyMs = 10_000;

/** My conversations, latest first: the first page asked again every ten seconds, and the older ones that were asked for. */
export function useConversations() {
  const latest = useRead('listConversations', { query: {} }, { refreshEvery: everyMs });
  const next = useCommand('listConversations');
  const [older, setOlder] = useState<{ lines: ConversationLine[]; more: boolean } | null>(null);
  const first = latest.data?.conversations ?? [];
  const shown = new Set(first.map(({ conversationId }) => conversationId));
  // One that was far below and comes first is shown once.
  const lines = [...first, ...(older?.lines.filter(({ conversationId }) => !shown.has(conversationId)) ?? [])];
  const readOlder = () => {
    const before = lines.at(-1)?.lastMessage.sentAt;
    if (before === undefined) return;
    next.mutate(
      { query: { before } },
      {
        onSuccess: (page) =>
          setOlder((known) => ({ lines: [...(known?.lines ?? []), ...page.conversations], more: page.older })),
      },
    );
  };
  return { latest, lines, hasOlder: older?.more ?? latest.data?.older ?? false, older: next, readOlder };
}
