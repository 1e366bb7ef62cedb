import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import * as schema from '@concertation/schema';
import { migrationsFolder } from '@concertation/schema/migrations';
import type { Logger } from '../lib/index.ts';
import { EmbeddedCluster } from './embedded/cluster.ts';

export type Db = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];
/** A reader takes either; a writer takes a Transaction, which exists only inside one. */
export type Executor = Db | Transaction;

/** Topics that processes tell one another through PostgreSQL; the payload is an id, at most 8,000 bytes. */
export type Topic = 'access_changed' | 'session_ended' | 'session_locked' | 'facts_changed' | 'document_sealed';

type Options = postgres.Options<Record<string, never>>;
type Target = Options | string;
type Connect = (max: number, more?: Options) => postgres.Sql;

const migrationLock = 720_177;

export type DatabaseOptions = {
  source: { kind: 'embedded' } | { kind: 'external'; url: string };
  dataDirectory: string;
  connections: number;
  log: Logger;
  /** For tools: use the embedded cluster of a product that is running, rather than refuse. */
  beside?: boolean;
};

/** Connects by URL. As in libpq, `?host=/run/postgresql` names the directory of a Unix socket. */
function connectTo(url: string, options: Options): postgres.Sql {
  const address = new URL(url);
  const directory = address.searchParams.get('host');
  address.searchParams.delete('host');
  return postgres(address.href, directory ? { ...options, host: directory } : options);
}

/** One pool for drizzle, one raw client for the journal and for listening (drizzle rewrites its client's parsers). */
export class Database {
  readonly db: Db;
  readonly raw: postgres.Sql;
  readonly cluster: EmbeddedCluster | null;
  readonly connectionString: Target;
  readonly #pool: postgres.Sql;
  readonly #connect: Connect;

  private constructor(connect: Connect, connections: number, cluster: EmbeddedCluster | null, target: Target) {
    const pool = connect(connections);
    this.#pool = pool;
    this.#connect = connect;
    this.raw = connect(4);
    this.cluster = cluster;
    this.connectionString = target;
    this.db = drizzle(pool, { schema });
  }

  /** Starts the embedded cluster when asked, migrates under a lock (several processes may start at once), opens the pools. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const cluster = options.source.kind === 'embedded' ? new EmbeddedCluster(options.dataDirectory, options.log) : null;
    const owned = cluster !== null && !(options.beside === true && cluster.running);
    if (owned) await cluster.start();
    const socket = cluster
      ? {
          host: cluster.socketDirectory,
          port: 5432,
          path: `${cluster.socketDirectory}/.s.PGSQL.5432`,
          username: 'app',
          database: 'postgres',
        }
      : null;
    const connect: Connect = (max, more = {}) => {
      const common = {
        max,
        onnotice: () => undefined,
        connect_timeout: 10,
        backoff: (tries: number) => Math.min(0.1 * 2 ** tries, 2),
        ...more,
      };
      return socket ? postgres({ ...socket, ...common }) : connectTo((options.source as { url: string }).url, common);
    };
    const migrator = connect(1);
    try {
      await migrator`select pg_advisory_lock(${migrationLock})`;
      await migrate(drizzle(migrator), { migrationsFolder });
    } finally {
      await migrator.end({ timeout: 5 });
    }
    const target = socket ?? (options.source as { url: string }).url;
    return new Database(connect, options.connections, owned ? cluster : null, target);
  }

  /**
   * One connection apart, for who needs a session of its own: its settings, its lock, a long copy. It is never renewed by
   * itself while it works; `closed` is told when it ends, also by accident. The caller ends it.
   */
  session(closed: () => void): postgres.Sql {
    return this.#connect(1, { max_lifetime: null, onclose: closed });
  }

  /** Runs one transaction; whatever it throws rolls it back. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.db.transaction(work);
  }

  /** Calls back for each payload of a topic, and with null after a reconnection: anything may have been missed. */
  async listen(topic: Topic, receive: (payload: string | null) => void): Promise<void> {
    let first = true;
    await this.raw.listen(topic, receive, () => {
      if (!first) receive(null);
      first = false;
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end({ timeout: 5 }), this.raw.end({ timeout: 5 })]);
    await this.cluster?.stop();
  }
}
