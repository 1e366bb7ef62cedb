import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A relay of one's own on 127.0.0.1. `tlsPort` has a certificate that it made itself. */
export type Coturn = { port: number; tlsPort: number; secret: string; output: () => string; stop: () => Promise<void> };

const shipped = fileURLToPath(new URL('../../../deploy/coturn/turnserver.conf', import.meta.url));

/** What an installation copies. */
export const shippedConfiguration = (): string => readFileSync(shipped, 'utf8');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function makeCertificate(folder: string): { cert: string; pkey: string } {
  const cert = join(folder, 'cert.pem');
  const pkey = join(folder, 'pkey.pem');
  const asked = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const made = spawnSync('openssl', ['req', ...asked, ...names, '-keyout', pkey, '-out', cert], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`openssl is needed by this test: ${made.stderr}`);
  return { cert, pkey };
}

/** The configuration that ships, with this machine's addresses in place of the examples; `also` adds lines. */
function configure(values: Record<string, string | number>, also: string[]): string {
  let text = shippedConfiguration();
  for (const [name, value] of Object.entries(values)) {
    const line = new RegExp(`^${name}=.*$`, 'm');
    if (!line.test(text)) throw new Error(`${name} is no longer in ${shipped}`);
    text = text.replace(line, `${name}=${value}`);
  }
  return `${text}\n${also.join('\n')}\n`;
}

/**
 * Debian's coturn on the configuration that ships. What production must not have is said here: peers on the loopback,
 * which `peer` names, and the password that coturn wants for them, though its command line is off.
 */
export async function startCoturn(options: { peer?: string; also?: string[] } = {}): Promise<Coturn> {
  const folder = mkdtempSync(join(tmpdir(), 'concertation-turn-'));
  const [port, tlsPort] = [await freePort(), await freePort()];
  const secret = 'a-secret-of-the-tests-and-of-no-installation';
  const path = join(folder, 'turnserver.conf');
  const values = {
    'listening-ip': '127.0.0.1',
    'relay-ip': '127.0.0.1',
    'listening-port': port,
    'tls-listening-port': tlsPort,
    'static-auth-secret': secret,
    'allowed-peer-ip': options.peer ?? '127.0.0.1',
    'log-file': 'stdout',
    ...makeCertificate(folder),
  };
  const here = ['allow-loopback-peers', 'cli-password=unused', `userdb=${join(folder, 'turndb')}`];
  writeFileSync(path, configure(values, [...here, ...(options.also ?? [])]), { mode: 0o600 });
  const child = spawn('turnserver', ['-c', path, '--pidfile', join(folder, 'pid')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  await new Promise<void>((ready, failed) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      // Its last line before it serves: every listener is there.
      if (/admin thread/.test(output)) ready();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => failed(new Error(`turnserver is needed by this test (coturn): ${error.message}`)));
    child.once('exit', (code) => failed(new Error(`turnserver left (${code}): ${output}`)));
  });
  return {
    port,
    tlsPort,
    secret,
    output: () => output,
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
