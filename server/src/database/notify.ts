import { sql } from 'drizzle-orm';
import type { Executor, Topic } from './database.ts';

/** Tells every process, when the transaction commits and only then. */
export async function notify(executor: Executor, topic: Topic, payload: string): Promise<void> {
  await executor.execute(sql`select pg_notify(${topic}, ${payload})`);
}
