import type { Conversation, Message } from '@concertation/shared/contracts';

/** The messages that a screen holds, oldest first, and whether there are older ones. */
export type Known = { messages: Message[]; older: boolean };
type Page = Pick<Conversation, 'messages' | 'older'>;

/** One of each, the latest version of it, in the order of sending. */
function together(before: Message[], after: Message[]): Message[] {
  const byId = new Map([...before, ...after].map((message) => [message.messageId, message]));
  return [...byId.values()].sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}

/**
 * What is known once the latest messages came again: what they pushed out of their page stays. When so many came that the
 * page no longer touches what was known, it alone is kept: nothing may be missing in between.
 */
export function withLatest(known: Known, page: Page): Known {
  const ids = new Set(known.messages.map(({ messageId }) => messageId));
  const touches = page.messages.some(({ messageId }) => ids.has(messageId));
  if (!touches) return { messages: page.messages, older: page.older };
  const [oldest] = known.messages;
  const reaches = page.messages.some(({ messageId }) => messageId === oldest?.messageId);
  return { messages: together(known.messages, page.messages), older: reaches ? page.older : known.older };
}

/** What is known once older messages came. */
export const withOlder = (known: Known, page: Page): Known => ({
  messages: together(page.messages, known.messages),
  older: page.older,
});

/** What is known once the words of a message were erased. */
export const withoutWords = (known: Known, messageId: string): Known => ({
  ...known,
  messages: known.messages.map((message) => (message.messageId === messageId ? { ...message, text: null } : message)),
});
