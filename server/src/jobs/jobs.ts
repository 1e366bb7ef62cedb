import { fromDrizzle, PgBoss } from 'pg-boss';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Database, Transaction } from '../database/index.ts';
import type { Logger } from '../lib/index.ts';

/**
 * A kind of work: its queue's name and the shape of what it carries (ids only). With a `key`, the same work is not
 * queued twice while it waits. Handlers live in the rooms.
 */
export type JobDefinition<Data extends z.ZodType> = {
  name: string;
  data: Data;
  key?: (data: z.infer<Data>) => string;
  /** After which it is given up and tried again; five minutes unless said. */
  longestSeconds?: number;
};

/** A handler may run twice for the same job: it is keyed by what it carries and finds its own work already done. */
type Handler<Data> = (data: Data) => Promise<void>;

/** Queues on PostgreSQL: work is queued in the transaction that makes it necessary, retried with growing delays. */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #log: Logger;

  constructor(database: Database, log: Logger) {
    const target = database.connectionString;
    const connection =
      typeof target === 'string'
        ? { connectionString: target }
        : { host: String(target.host), port: 5432, user: 'app', database: 'postgres' };
    this.#boss = new PgBoss({ ...connection, schema: 'jobs', max: 3, application_name: 'concertation-jobs' });
    this.#log = log;
    this.#boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  }

  async start(): Promise<void> {
    await this.#boss.start();
  }

  /** Declares a queue and its handler. Failures are retried for about a day, from 2 s to 10 min apart. */
  async handle<Data extends z.ZodType>(job: JobDefinition<Data>, handler: Handler<z.infer<Data>>): Promise<void> {
    const policy = job.key ? 'short' : 'standard';
    await this.#boss.createQueue(job.name, {
      policy,
      retryLimit: 150,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 600,
      expireInSeconds: job.longestSeconds ?? 300,
    });
    await this.#boss.work(job.name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (batch) => {
      for (const { data, id } of batch) {
        try {
          await handler(job.data.parse(data) as z.infer<Data>);
        } catch (error) {
          this.#log.error({ err: error, job: job.name, jobId: id }, 'job failed, will be retried');
          throw error;
        }
      }
    });
  }

  /** Queues work in a transaction: it exists if and only if the transaction commits. */
  async enqueue<Data extends z.ZodType>(tx: Transaction, job: JobDefinition<Data>, data: z.infer<Data>): Promise<void> {
    const key = job.key ? { singletonKey: job.key(data) } : {};
    await this.#boss.send(job.name, data as object, { ...key, db: fromDrizzle(tx, sql) });
  }

  /** Queues the same kind of work many times in one query, under the same guarantee. For work without a key. */
  async enqueueAll<Data extends z.ZodType>(
    tx: Transaction,
    job: JobDefinition<Data>,
    batch: z.infer<Data>[],
  ): Promise<void> {
    if (batch.length === 0) return;
    const queued = batch.map((data) => ({ data: data as object }));
    await this.#boss.insert(job.name, queued, { db: fromDrizzle(tx, sql) });
  }

  /**
   * Queues work at the times of a cron expression in a time zone, by one process however many run. After an outage it
   * is queued once: its handler looks at the clock.
   */
  async schedule<Data extends z.ZodType>(
    job: JobDefinition<Data>,
    data: z.infer<Data>,
    when: { cron: string; timeZone: string },
  ): Promise<void> {
    await this.#boss.schedule(job.name, when.cron, data as object, { tz: when.timeZone, missed: 'once' });
  }

  /** Makes sure that work with a key runs soon: brings its next try forward, or queues it when nothing waits. */
  async hasten<Data extends z.ZodType>(
    job: JobDefinition<Data> & { key: (data: z.infer<Data>) => string },
    data: z.infer<Data>,
  ): Promise<void> {
    await this.#boss.upsert(job.name, data as object, { singletonKey: job.key(data), startAfter: new Date() });
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000 });
  }
}
