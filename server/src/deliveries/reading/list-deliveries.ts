import type { Delivery } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';
import { deliveriesOf } from '../delivery-rows.ts';
import { describeDeliveries } from './describe-deliveries.ts';

/** « Diffusion »: to whom a signed report went, how, and what became of it; nobody before the signature. Rule DLV-1. */
export async function listDeliveries(executor: Executor, reportId: string): Promise<Delivery[]> {
  return describeDeliveries(executor, await deliveriesOf(executor, [reportId]));
}
