import { z } from 'zod';

/** Hands one delivery to its mail. It finds its own work already done. */
export const deliverJob = {
  name: 'report.deliver',
  data: z.object({ deliveryId: z.string() }),
  key: ({ deliveryId }: { deliveryId: string }) => deliveryId,
};
