import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { patientOfReport } from '../../reports/index.ts';
import { changeDelivery, lockDelivery } from '../delivery-rows.ts';

type Which = { reportId: string; deliveryId: string };

/**
 * « Remis autrement »: somebody says how the report reached its recipient; it then fails no more. Throws `not_found`, and
 * `wrong_state` for what was delivered, read or settled already. Rule DLV-11.
 */
export async function settleDelivery(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { reportId, deliveryId, settlement }: Which & { settlement: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, { reportId, deliveryId });
    if (!['waiting', 'sent', 'failed'].includes(delivery.state)) throw new AppError('wrong_state');
    await changeDelivery(tx, delivery, {
      state: 'settled',
      failure: null,
      settlement,
      settledAt: new Date(),
      settledBy: principal.accountId,
    });
    const scope = { ...principal, patientId: await patientOfReport(tx, reportId), subject: `report:${reportId}` };
    await audit.record(tx, 'delivery.settled', scope, { deliveryId });
  });
}
