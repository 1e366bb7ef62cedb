import type { messages } from '@concertation/schema';
import type { Message } from '@concertation/shared/contracts';

/** A row as people of its conversation read it. */
export const toMessage = ({
  id,
  authorId,
  text,
  sentAt,
  withdrawnAt,
}: Omit<typeof messages.$inferSelect, 'conversationId'>): Message => ({
  messageId: id,
  authorId,
  text: withdrawnAt ? null : text,
  sentAt: sentAt.toISOString(),
});
