import type { Principal } from '../../access/index.ts';
import { reachableAccounts } from '../../auth/index.ts';
import type { Transaction } from '../../database/index.ts';
import { accountsStillTold, type NoticeAbout } from '../../notifications/index.ts';
import type { MessageNeeds } from '../needs.ts';

/** What people are told of a conversation, and what they read at once by reading it. */
export const noticeOf = (conversationId: string): NoticeAbout => ({
  kind: 'message_received',
  about: { conversationId },
});

/**
 * Tells people that something was written to them, by whom and nothing more; not those who have such a notification
 * unread, nor those who could not open it. The conversation is held by the caller: of two messages at once, one tells.
 */
export async function tellPeople(
  tx: Transaction,
  { tell, configuration }: Pick<MessageNeeds, 'tell' | 'configuration'>,
  { name }: Principal,
  { conversationId, to }: { conversationId: string; to: string[] },
): Promise<void> {
  const { kind, about } = noticeOf(conversationId);
  const reachable = await reachableAccounts(tx, configuration, to);
  const told = await accountsStillTold(tx, [...reachable], { kind, about });
  const untold = [...reachable].filter((accountId) => !told.has(accountId));
  if (untold.length > 0) await tell(tx, { to: untold, kind, about: { ...about, by: name } });
}
