import type { SQL } from 'drizzle-orm';
import { auditEvents } from '@concertation/schema';
import type { TestServer } from '../harness.ts';

/** The audit's rows that match, in the chain's order: without an order the database may return them in any. */
export const auditTrail = ({ services }: Pick<TestServer, 'services'>, matching?: SQL) =>
  services.database.db.select().from(auditEvents).where(matching).orderBy(auditEvents.position);
