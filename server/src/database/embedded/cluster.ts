import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { childEnvironment } from '../../config/index.ts';
import type { Logger } from '../../lib/index.ts';
import { findBinaries } from './binaries.ts';
import { wrapCommand } from './command.ts';

const settings = [
  "listen_addresses = ''",
  'max_connections = 60',
  "shared_buffers = '64MB'",
  "timezone = 'UTC'",
  "log_timezone = 'UTC'",
  '',
].join('\n');

const environment = () => ({ ...childEnvironment(), LC_ALL: 'C', TZ: 'UTC' });

function createCluster(initdb: string, dataDirectory: string): void {
  const unfinished = `${dataDirectory}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const [command, rest] = wrapCommand(initdb, [
    '-D',
    unfinished,
    '-U',
    'app',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]);
  const result = spawnSync(command, rest, { encoding: 'utf8', env: environment() });
  if (result.status !== 0) throw new Error(`initdb a échoué : ${result.stderr}`);
  writeFileSync(join(unfinished, 'postgresql.auto.conf'), settings);
  renameSync(unfinished, dataDirectory);
}

/** True when this cluster's postgres is alive. A pid file may name a reused pid, or a zombie after a kill. */
function isRunning(dataDirectory: string): boolean {
  const file = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const commandFile = `/proc/${Number(readFileSync(file, 'utf8').split('\n')[0])}/cmdline`;
  const command = existsSync(commandFile) ? readFileSync(commandFile, 'utf8') : '';
  return command.includes('postgres') && command.includes(dataDirectory);
}

/** A socket's path has at most 107 bytes: a short private directory, the same for the same data. */
function makeSocketDirectory(dataDirectory: string): string {
  const digest = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
  const directory = join(tmpdir(), `concertation-${userInfo().uid}-${digest}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const status = lstatSync(directory);
  if (!status.isDirectory() || status.uid !== userInfo().uid || status.mode & 0o077)
    throw new Error(`${directory} n’appartient pas qu’à nous : supprimez-le.`);
  return directory;
}

const socketFiles = (directory: string) => ['.s.PGSQL.5432', '.s.PGSQL.5432.lock'].map((name) => join(directory, name));

/** The local PostgreSQL of a demonstration: Unix socket only, in a private directory, restarted when it dies. */
export class EmbeddedCluster {
  readonly socketDirectory: string;
  readonly #dataDirectory: string;
  readonly #postgres: string;
  readonly #log: Logger;
  #child: ChildProcess | null = null;
  #stopping = false;

  constructor(directory: string, log: Logger) {
    const { initdb, postgres } = findBinaries();
    this.#postgres = postgres;
    this.#log = log;
    this.#dataDirectory = resolve(directory, 'postgres-18');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (!existsSync(join(this.#dataDirectory, 'PG_VERSION'))) createCluster(initdb, this.#dataDirectory);
    this.socketDirectory = makeSocketDirectory(this.#dataDirectory);
  }

  /** The postmaster's pid, for the fault tests. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** True when another process of this product already runs the cluster: a tool may then use it beside. */
  get running(): boolean {
    return isRunning(this.#dataDirectory);
  }

  /** Starts the cluster and waits until it accepts connections. Refuses when it already runs for somebody else. */
  async start(): Promise<void> {
    if (this.running)
      throw new Error(`Concertation tourne déjà sur ${this.#dataDirectory} : arrêtez-la, ou changez DATA_DIR.`);
    // What a killed cluster left names processes that are gone; their numbers may be somebody else's by now.
    for (const left of [join(this.#dataDirectory, 'postmaster.pid'), ...socketFiles(this.socketDirectory)])
      rmSync(left, { force: true });
    const [command, rest] = wrapCommand(this.#postgres, [
      '-D',
      this.#dataDirectory,
      '-k',
      this.socketDirectory,
      '-p',
      '5432',
    ]);
    const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: environment() });
    this.#child = child;
    let output = '';
    await new Promise<void>((ready, failed) => {
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        output = (output + chunk).slice(-8000);
        if (output.includes('ready to accept connections')) ready();
      });
      child.once('error', failed);
      child.once('exit', (code) => failed(new Error(`PostgreSQL embarqué s’est arrêté (${code}) : ${output}`)));
    });
    child.once('exit', () => void this.#restart());
  }

  async #restart(delay = 200): Promise<void> {
    if (this.#stopping) return;
    this.#log.error({ delay }, 'embedded database died, restarting');
    try {
      await this.start();
    } catch (error) {
      this.#log.error({ err: error }, 'embedded database did not restart');
      setTimeout(() => void this.#restart(Math.min(delay * 2, 5000)), delay);
    }
  }

  /** Stops it in its fast way: open transactions are rolled back, committed ones are on disk. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const exited = new Promise((done) => child.once('exit', done));
      child.kill('SIGINT');
      await exited;
    }
    rmSync(this.socketDirectory, { recursive: true, force: true });
  }
}
