import type { Sql } from 'postgres';
import type { Database } from '../../database/index.ts';
import { clearStaging } from './staging.ts';

const importLock = 720_181;

/**
 * Runs `work` on a connection of its own, while no other process imports; null when one does. The lock ends with the
 * connection: a killed import leaves none, and one whose connection is lost stops there, where the driver would go on
 * without its lock, or wait for ever for the end of a copy. Throws with the driver's code `CONNECTION_CLOSED` then.
 */
export async function withImportLock<Result>(
  database: Database,
  work: (sql: Sql, lost: AbortSignal) => Promise<Result>,
): Promise<Result | null> {
  const abort = new AbortController();
  const lost = Promise.withResolvers<never>();
  const sql = database.session(() => {
    abort.abort();
    lost.reject(Object.assign(new Error('the import lost its connection'), { code: 'CONNECTION_CLOSED' }));
  });
  const locked = async () => {
    const [row] = await sql<{ held: boolean }[]>`select pg_try_advisory_lock(${importLock}) as held`;
    return row?.held ? work(sql, abort.signal) : null;
  };
  try {
    return await Promise.race([locked(), lost.promise]);
  } finally {
    await sql.end({ timeout: abort.signal.aborted ? 0 : 5 });
  }
}

/** Removes what a killed import left behind, unless one is at work. */
export async function clearUnfinishedImport(database: Database): Promise<void> {
  await withImportLock(database, (sql) => clearStaging(sql));
}
