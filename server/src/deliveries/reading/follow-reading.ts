import { and, eq, inArray } from 'drizzle-orm';
import { deliveries } from '@concertation/schema';
import { notify } from '../../database/index.ts';
import type { FollowReading } from '../../reports/index.ts';

/** What follows when an account opens or downloads a signed report: what was given to it here is read. Rule DLV-2. */
export const followReading: FollowReading = async (tx, { reportId, accountId }) => {
  const read = await tx
    .update(deliveries)
    .set({ state: 'read', failure: null, settledAt: new Date() })
    .where(
      and(
        eq(deliveries.reportId, reportId),
        eq(deliveries.accountId, accountId),
        inArray(deliveries.channel, ['product', 'link']),
        inArray(deliveries.state, ['waiting', 'sent', 'failed']),
      ),
    )
    .returning({ id: deliveries.id });
  if (read.length > 0) await notify(tx, 'facts_changed', `report:${reportId}`);
};
