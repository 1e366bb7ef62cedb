import { grant, type Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readAddresses } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { patientOfReport } from '../../reports/index.ts';
import { changeDelivery, lockDelivery } from '../delivery-rows.ts';

/**
 * The link of a mail, opened by somebody who signed in with the very address that received it: they may then read this
 * report, and nothing else of the case. For anybody else there is no such delivery: `not_found`. Rule DLV-3.
 */
export async function openDelivery(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  which: { reportId: string; deliveryId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, which);
    const { accountId } = principal;
    const own = (await readAddresses(tx, [accountId])).get(accountId)?.toLowerCase();
    const isTheirs = own !== undefined && delivery.address?.toLowerCase() === own;
    const isOpen = ['sent', 'read'].includes(delivery.state);
    if (delivery.channel !== 'link' || !isTheirs || !isOpen) throw new AppError('not_found');
    if (delivery.accountId === accountId) return;
    const { reportId } = which;
    const subject = { kind: 'report', id: reportId } as const;
    await grant(tx, { subject, grantee: { kind: 'account', id: accountId }, role: 'referent', grantedBy: null });
    await changeDelivery(tx, delivery, { accountId });
    const scope = { ...principal, patientId: await patientOfReport(tx, reportId), subject: `report:${reportId}` };
    const details = { role: 'referent', granteeKind: 'account', granteeId: accountId };
    await audit.record(tx, 'grant.given', scope, details);
  });
}
