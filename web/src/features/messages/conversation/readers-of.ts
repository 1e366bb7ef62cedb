import type { Conversation, Message } from '@concertation/shared/contracts';

/** Who, of those who take part beside its author, read a message; null when nobody did yet. */
export function readersOf(
  { sentAt }: Pick<Message, 'sentAt'>,
  people: Conversation['people'],
  authorId: string,
): { names: string[]; everybody: boolean } | null {
  const others = people.filter(({ accountId, left }) => accountId !== authorId && !left);
  const readers = others.filter(({ readUntil }) => readUntil !== null && readUntil >= sentAt);
  if (readers.length === 0) return null;
  return { names: readers.map(({ name }) => name), everybody: readers.length === others.length };
}
