import { useRead } from '../api/index.ts';

const everyMs = 30_000;

/** How many messages of colleagues I have not read; asked again every half minute, as notifications are. Source: SC-43. */
export function useUnreadMessages(): number {
  return useRead('listConversations', { query: {} }, { refreshEvery: everyMs }).data?.unread ?? 0;
}
