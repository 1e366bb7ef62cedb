import type { Me } from '@concertation/shared/contracts';
import { useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { call, refreshFacts } from '../../../api/index.ts';
import { keptPlace, onForgotten } from '../../../lib/index.ts';
import { AnswerKeeper } from './answer-keeper.ts';

const kept = z.object({ text: z.string(), unsent: z.array(z.object({ messageId: z.string(), text: z.string() })) });
const keepers = new Map<string, AnswerKeeper>();
onForgotten('messages.', () => {
  for (const keeper of keepers.values()) keeper.drop();
  keepers.clear();
});

/** One keeper for each conversation of each account: it goes on sending while another page is shown. */
function keeperOf({ accountId, shared }: Me, conversationId: string): AnswerKeeper {
  const name = `messages.${accountId}.${conversationId}`;
  const key = `${shared} ${name}`;
  const known = keepers.get(key);
  if (known) return known;
  const place = keptPlace(name, shared);
  const keeper = new AnswerKeeper({
    send: async ({ messageId, text }) => {
      await call('sendMessage', { params: { conversationId }, body: { messageId, text } });
      await refreshFacts('readConversation', { params: { conversationId } });
      void refreshFacts('listConversations');
    },
    keep: place.keep,
    kept: kept.safeParse(place.read()).data ?? null,
  });
  keepers.set(key, keeper);
  return keeper;
}

/** What I write in a conversation. */
export function useAnswer(me: Me, conversationId: string): AnswerKeeper {
  const [keeper] = useState(() => keeperOf(me, conversationId));
  useSyncExternalStore(keeper.subscribe, keeper.version);
  return keeper;
}
