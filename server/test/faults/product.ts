import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Audit } from '../../src/audit/index.ts';
import { Sessions } from '../../src/auth/index.ts';
import { readConfiguration } from '../../src/config/index.ts';
import { Database } from '../../src/database/index.ts';
import { createLogger } from '../../src/lib/index.ts';
import { postgresProcesses, signalPostgres } from '../support/postgres-processes.ts';
import { waitFor } from '../support/wait-for.ts';

const serverDirectory = fileURLToPath(new URL('../..', import.meta.url));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => probe.once('listening', listening));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

/**
 * The product as `npm start` runs it, in a process of its own with its own PostgreSQL, to be killed and started again;
 * and a second way into its database, as a script has, to look at what is really there.
 */
export class Product {
  readonly #dataDirectory: string;
  readonly #environment: Record<string, string>;
  readonly origin: string;
  #child: ChildProcess | null = null;
  #services: { database: Database; sessions: Sessions } | null = null;

  private constructor(dataDirectory: string, port: number) {
    this.#dataDirectory = dataDirectory;
    this.origin = `http://localhost:${port}`;
    this.#environment = {
      NODE_ENV: 'test',
      PORT: String(port),
      DATA_DIR: dataDirectory,
      DEMONSTRATION: '0',
      MEDIA_OFF: '1',
      LOG_LEVEL: 'error',
    };
  }

  static async start(): Promise<Product> {
    const product = new Product(mkdtempSync(join(tmpdir(), 'concertation-faults-')), await freePort());
    await product.start();
    const { configuration, secrets } = readConfiguration(product.#environment);
    const database = await Database.open({
      source: configuration.database,
      dataDirectory: product.#dataDirectory,
      connections: 2,
      log: createLogger('silent'),
      beside: true,
    });
    const audit = new Audit(secrets.auditKey);
    product.#services = { database, sessions: new Sessions({ database, audit, configuration }) };
    return product;
  }

  get services(): { database: Database; sessions: Sessions } {
    if (!this.#services) throw new Error('not started');
    return this.#services;
  }

  /** Starts the product's process and waits until it says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
      cwd: serverDirectory,
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let output = '';
    const take = (chunk: Buffer): void => void (output = (output + chunk.toString()).slice(-20_000));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    await waitFor(() => output.includes('est prête') || child.exitCode !== null, 'the product ready', 60_000);
    if (child.exitCode !== null) throw new Error(`the product did not start:\n${output}`);
  }

  async killServer(): Promise<void> {
    await this.#end('SIGKILL');
    // Its PostgreSQL stops when it sees that it is gone.
    await waitFor(() => !this.#hasPostgres(), 'PostgreSQL gone with the server', 30_000);
  }

  /** Orderly, as Ctrl-C. Throws when it does not end well. */
  async stopServer(): Promise<void> {
    const code = await this.#end('SIGTERM');
    if (code !== 0) throw new Error(`an orderly stop ended with ${code}`);
    await waitFor(() => !this.#hasPostgres(), 'PostgreSQL stopped with the server', 30_000);
  }

  /** Kills every process of PostgreSQL at once, as a power cut would. */
  killDatabase(): void {
    signalPostgres(this.#dataDirectory, 'SIGKILL');
  }

  async killBoth(): Promise<void> {
    const server = this.#end('SIGKILL');
    this.killDatabase();
    await server;
    await waitFor(() => !this.#hasPostgres(), 'both gone', 30_000);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child as ChildProcess;
    const exited = new Promise<number | null>((done) => child.once('exit', done));
    child.kill(signal);
    return exited;
  }

  #hasPostgres(): boolean {
    return postgresProcesses(this.#dataDirectory).length > 0;
  }

  async remove(): Promise<void> {
    await this.#services?.database.close();
    if (this.#child?.exitCode === null && this.#child.signalCode === null) await this.stopServer();
    rmSync(this.#dataDirectory, { recursive: true, force: true });
  }
}
