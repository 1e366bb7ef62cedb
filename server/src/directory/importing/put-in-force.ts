import { sql } from 'drizzle-orm';
import { directoryImports } from '@concertation/schema';
import type { Audit } from '../../audit/index.ts';
import { type Database, driverCode } from '../../database/index.ts';
import { replaced, staging } from './staging.ts';

export type ImportRow = typeof directoryImports.$inferSelect;

const lockNotAvailable = '55P03';
const tries = 20;

async function swap({ database, audit }: { database: Database; audit: Audit }, row: ImportRow): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql.raw("set local lock_timeout = '1s'"));
    await tx.execute(sql`
      insert into directory_departures (national_id, departed_at)
      select former.national_id, ${row.fileDate.toISOString()}::timestamptz from directory_professionals former
      where not exists (select from ${sql.raw(staging)}.directory_professionals after where after.national_id = former.national_id)
      on conflict do nothing`);
    await tx.execute(sql`
      delete from directory_departures gone using ${sql.raw(staging)}.directory_professionals after
      where after.national_id = gone.national_id`);
    await tx.insert(directoryImports).values(row);
    const { lines, badLines, professionals, arrivals, departures, changed } = row;
    for (const table of replaced) {
      await tx.execute(sql.raw(`drop table public.${table}`));
      await tx.execute(sql.raw(`alter table ${staging}.${table} set schema public`));
    }
    const counts = { lines, badLines, professionals, arrivals, departures, changed };
    await audit.record(tx, 'directory.imported', { subject: `directory:${row.id}` }, counts);
  });
}

/**
 * Puts the next generation in the place of the one in force, with its row, in one transaction: a search sees one or the
 * other. It waits a second at most for who reads, lets them pass, and tries again.
 */
export async function putInForce(needs: { database: Database; audit: Audit }, row: ImportRow): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await swap(needs, row);
      return;
    } catch (error) {
      if (left <= 1 || driverCode(error) !== lockNotAvailable) throw error;
    }
  }
}
