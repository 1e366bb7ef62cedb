/** What a command on a delivery changes on the screen. */
export const refreshes = ['listDeliveries', 'listFailedDeliveries'] as const;
