import { useCommand, useRead } from '../../api/index.ts';

const everyMs = 30_000;

/** My notifications, asked again every half minute and when the page is looked at again. */
export function useNotifications() {
  return useRead('listNotifications', undefined, { refreshEvery: everyMs });
}

/** Marks some of mine as read, or all of them. */
export function useMarkRead() {
  const mark = useCommand('markNotificationsRead', { refreshes: ['listNotifications'] });
  return {
    isPending: mark.isPending,
    error: mark.error,
    read: (notificationIds: string[]) => mark.mutate({ body: { notificationIds } }),
    readAll: () => mark.mutate({ body: { notificationIds: null } }),
  };
}
