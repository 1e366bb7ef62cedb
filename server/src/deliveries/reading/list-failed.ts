import { and, asc, eq, sql } from 'drizzle-orm';
import { deliveries } from '@concertation/schema';
import type { FailedDelivery } from '@concertation/shared/contracts';
import { subjectsAllowing } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { reportPlaces } from '../../reports/index.ts';
import { toDelivery } from '../delivery-rows.ts';
import { describeDeliveries } from './describe-deliveries.ts';

const shown = 100;

/**
 * What did not reach a recipient, of the reports that this account answers for, oldest first, until it is settled; the
 * first hundred. Seven queries, however many. Rule DLV-11.
 */
export async function listFailedDeliveries(executor: Executor, accountId: string): Promise<FailedDelivery[]> {
  const mine = JSON.stringify(await subjectsAllowing(executor, accountId, 'report', 'report.validate'));
  const rows = await executor
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.state, 'failed'),
        // One parameter, however many reports: PostgreSQL takes 65,535 of them.
        sql`${deliveries.reportId} in (select jsonb_array_elements_text(${mine}::jsonb)::uuid)`,
      ),
    )
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id))
    .limit(shown);
  const described = await describeDeliveries(executor, rows.map(toDelivery));
  const places = await reportPlaces(executor, [...new Set(rows.map(({ reportId }) => reportId))]);
  return described.flatMap((delivery) => {
    const place = places.get(delivery.reportId);
    if (!place) return [];
    const { meetingId, caseId, boardName, documentNumber } = place;
    return [{ ...delivery, meetingId, caseId, boardName, documentNumber }];
  });
}
