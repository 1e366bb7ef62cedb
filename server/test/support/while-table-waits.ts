import { getTableName, sql, type Table } from 'drizzle-orm';
import type { TestServer } from '../harness.ts';
import { waitFor } from './wait-for.ts';

/** `written`: who writes into it waits, and who reads does not. `touched`: both wait. */
const locks = { written: sql`exclusive`, touched: sql`access exclusive` };

/** Runs `during` while nothing can be done with a table, as on a disk that does not answer. */
export async function whileTableWaits(
  { services: { database } }: TestServer,
  table: Table,
  what: keyof typeof locks,
  during: () => Promise<void>,
): Promise<void> {
  const held = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const done = database.transaction(async (tx) => {
    await tx.execute(sql`lock table ${table} in ${locks[what]} mode`);
    held.resolve();
    await letGo.promise;
  });
  await held.promise;
  try {
    await during();
  } finally {
    letGo.resolve();
    await done;
  }
}

/** Resolves once somebody waits for that table. */
export async function somebodyWaitsFor({ services: { database } }: TestServer, table: Table): Promise<void> {
  const name = getTableName(table);
  await waitFor(async () => {
    const waiting = await database.raw`select 1 from pg_locks where not granted and relation = ${name}::regclass`;
    return waiting.length > 0;
  }, `somebody waits for ${name}`);
}
