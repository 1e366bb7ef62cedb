import type { Me } from '@concertation/shared/contracts';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { call, refreshFacts } from '../../../api/index.ts';
import { keepInWindow, onForgotten, readKept } from '../../../lib/index.ts';
import { useWarnBeforeLeaving } from '../use-warn-before-leaving.ts';
import { AnswerKeeper } from './answer-keeper.ts';

const kept = z.object({ text: z.string(), unsent: z.array(z.object({ messageId: z.string(), text: z.string() })) });
const keepers = new Map<string, AnswerKeeper>();
onForgotten(() => keepers.clear());

/** One keeper for each conversation of each account: it goes on sending while another page is shown. */
function keeperOf({ accountId, shared }: Me, conversationId: string): AnswerKeeper {
  const name = `messages.${accountId}.${conversationId}`;
  const known = keepers.get(name);
  if (known) return known;
  const keeper = new AnswerKeeper({
    send: async ({ messageId, text }) => {
      await call('sendMessage', { params: { conversationId }, body: { messageId, text } });
      await refreshFacts('readConversation', { params: { conversationId } });
      void refreshFacts('listConversations');
    },
    // On a computer that others use, nothing outlives the page.
    keep: (now) => {
      if (!shared) keepInWindow(name, now);
    },
    kept: shared ? null : (kept.safeParse(readKept(name)).data ?? null),
  });
  keepers.set(name, keeper);
  return keeper;
}

/** What I write in a conversation; leaving the page is warned of where nothing is kept of it. */
export function useAnswer(me: Me, conversationId: string): AnswerKeeper {
  const [keeper] = useState(() => keeperOf(me, conversationId));
  useSyncExternalStore(keeper.subscribe, keeper.version);
  useWarnBeforeLeaving(useCallback(() => me.shared && keeper.isHolding, [me.shared, keeper]));
  return keeper;
}
