import type { Me } from '@concertation/shared/contracts';
import { useState } from 'react';
import { z } from 'zod';
import { keptPlace } from '../../../lib/index.ts';

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
 * A first message being written, kept until it is sent; one draft for each person whom the address of the page names, so
 * that words for one never go to another. What is changed after a try is another message: the try may have arrived.
 */
export function useNewMessage({ accountId, shared }: Me, recipientId: string | null) {
  const [place] = useState(() => keptPlace(`messages.${accountId}.new.${recipientId ?? ''}`, shared));
  const [draft, setDraft] = useState<NewMessageDraft>(() => {
    const to = recipientId === null ? [] : [{ accountId: recipientId, name: null }];
    return newMessage.safeParse(place.read()).data ?? { ...newIds(), to, subject: '', text: '' };
  });
  return {
    draft,
    change: (change: Partial<Pick<NewMessageDraft, 'to' | 'subject' | 'text'>>) => {
      const next = { ...draft, ...change, ...newIds() };
      setDraft(next);
      // What the address gives is nothing to keep.
      const isBlank =
        `${next.subject}${next.text}`.trim() === '' && next.to.every((one) => one.accountId === recipientId);
      place.keep(isBlank ? null : next);
    },
    forget: () => place.keep(null),
  };
}
