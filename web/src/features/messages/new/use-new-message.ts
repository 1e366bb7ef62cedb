import type { Me } from '@concertation/shared/contracts';
import { useCallback, useState } from 'react';
import { z } from 'zod';
import { keepInWindow, readKept } from '../../../lib/index.ts';
import { useWarnBeforeLeaving } from '../use-warn-before-leaving.ts';

const newMessage = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  to: z.array(z.object({ accountId: z.string(), name: z.string().nullable() })),
  subject: z.string(),
  text: z.string(),
});
export type NewMessageDraft = z.infer<typeof newMessage>;

const newIds = () => ({ conversationId: crypto.randomUUID(), messageId: crypto.randomUUID() });

/**
 * A first message being written, kept in this window until it is sent; one draft for each person whom the address of the
 * page names, so that words for one never go to another. What is changed after a try is another message: the try may
 * have arrived.
 */
export function useNewMessage({ accountId, shared }: Me, recipientId: string | null) {
  const name = `messages.${accountId}.new.${recipientId ?? ''}`;
  const [draft, setDraft] = useState<NewMessageDraft>(() => {
    const to = recipientId === null ? [] : [{ accountId: recipientId, name: null }];
    const kept = shared ? null : newMessage.safeParse(readKept(name)).data;
    return kept ?? { ...newIds(), to, subject: '', text: '' };
  });
  const keep = (next: NewMessageDraft | null) => {
    if (!shared) keepInWindow(name, next);
  };
  const isHolding = draft.text.trim() !== '' || draft.subject.trim() !== '';
  useWarnBeforeLeaving(useCallback(() => shared && isHolding, [shared, isHolding]));
  return {
    draft,
    change: (change: Partial<Pick<NewMessageDraft, 'to' | 'subject' | 'text'>>) => {
      const next = { ...draft, ...change, ...newIds() };
      setDraft(next);
      keep(next);
    },
    forget: () => keep(null),
  };
}
