import { desc, like, sql } from 'drizzle-orm';
import { frozenReports } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';

/** Held from the choice of a number to the commit, so that numbers follow one another without a hole. */
const numberLock = 720_179;

/** The next number of the year, as `RCP-2026-000123`: says nothing of the patient. Rule FRZ-4. */
export async function nextDocumentNumber(tx: Transaction, at: Date): Promise<string> {
  const prefix = `RCP-${at.getUTCFullYear()}-`;
  await tx.execute(sql`select pg_advisory_xact_lock(${numberLock})`);
  const [last] = await tx
    .select({ documentNumber: frozenReports.documentNumber })
    .from(frozenReports)
    .where(like(frozenReports.documentNumber, `${prefix}%`))
    .orderBy(desc(sql`length(${frozenReports.documentNumber})`), desc(frozenReports.documentNumber))
    .limit(1);
  const count = last ? Number(last.documentNumber.slice(prefix.length)) : 0;
  return prefix + String(count + 1).padStart(6, '0');
}
