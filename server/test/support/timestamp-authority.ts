import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { X509Certificate } from 'node:crypto';

const execute = promisify(execFile);

/** How an authority answers: as it should, or in one of the ways in which it must not be believed. */
export type Manner =
  | 'right'
  | 'garbage'
  | 'refuses'
  | 'another nonce'
  | 'another imprint'
  | 'error'
  | 'silent'
  | 'redirects'
  | 'endless'
  | 'altered';

export type Authority = {
  url: string;
  /** Its root's certificate: PEM, as a path, and DER. */
  rootPath: string;
  root: Uint8Array;
  setManner: (manner: Manner) => void;
  /** Questions that it was asked. */
  asked: () => number;
  stop: () => Promise<void>;
};

const settings = `
[ tsa ]
default_tsa = here
[ here ]
serial = ./serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
`;

async function makeCertificates(folder: string): Promise<void> {
  const openssl = (...options: string[]) => execute('openssl', options, { cwd: folder });
  const key = ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out'];
  writeFileSync(join(folder, 'tsa.cnf'), settings);
  writeFileSync(join(folder, 'serial'), '01\n');
  writeFileSync(
    join(folder, 'tsa.ext'),
    'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n',
  );
  for (const name of ['root.key', 'tsa.key']) await openssl(...key, name);
  const usage = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
  const subject = ['-subj', '/CN=Racine des horodateurs de test'];
  await openssl('req', '-x509', '-new', '-key', 'root.key', '-days', '3650', ...subject, ...usage, '-out', 'root.crt');
  await openssl('req', '-new', '-key', 'tsa.key', '-subj', '/CN=Horodateur de test', '-out', 'tsa.csr');
}

/** `days`: -1 for a certificate that ended yesterday. */
async function issue(folder: string, days: number): Promise<void> {
  const authority = ['-CA', 'root.crt', '-CAkey', 'root.key', '-CAcreateserial'];
  const options = ['x509', '-req', '-in', 'tsa.csr', ...authority, '-days', String(days)];
  await execute('openssl', [...options, '-extfile', 'tsa.ext', '-out', 'tsa.crt'], { cwd: folder });
}

/** The same question with one of its parts changed, found by what it is: the imprint or the nonce. */
function spoilt(question: Buffer, manner: Manner): Buffer {
  const changed = Buffer.from(question);
  const imprint = changed.indexOf(Buffer.from('0420', 'hex')) + 2;
  const at = manner === 'another imprint' ? imprint : changed.indexOf(Buffer.from('0210', 'hex'), imprint + 32) + 4;
  changed[at] = (changed[at] as number) ^ 1;
  return changed;
}

/**
 * A timestamping authority on this machine, by openssl behind an HTTP server. `expired`: its certificate's time is over.
 */
export async function startAuthority(
  parent: string,
  { name = 'tsa', expired = false }: { name?: string; expired?: boolean } = {},
): Promise<Authority> {
  const folder = join(parent, name);
  mkdirSync(folder);
  await makeCertificates(folder);
  await issue(folder, expired ? -1 : 365);
  let manner: Manner = 'right';
  let asked = 0;

  async function reply(question: Buffer): Promise<Buffer> {
    const count = (asked += 1);
    const [query, answer] = [`${count}.tsq`, `${count}.tsr`];
    writeFileSync(join(folder, query), question);
    const keys = ['-signer', 'tsa.crt', '-inkey', 'tsa.key', '-chain', 'root.crt'];
    const options = ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', query, ...keys, '-out', answer];
    await execute('openssl', options, { cwd: folder });
    return readFileSync(join(folder, answer));
  }

  async function respond(question: Buffer, response: ServerResponse): Promise<void> {
    const send = (body: Buffer | string) =>
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body);
    if (manner === 'silent') return;
    if (manner === 'error') response.writeHead(503).end();
    else if (manner === 'redirects') response.writeHead(302, { location: '/elsewhere' }).end();
    else if (manner === 'garbage') send('<html>Maintenance</html>');
    else if (manner === 'refuses') send(Buffer.from('30053003020102', 'hex'));
    else if (manner === 'endless') send(Buffer.alloc(1024 * 1024, 0x30));
    else if (manner === 'another nonce' || manner === 'another imprint') send(await reply(spoilt(question, manner)));
    else if (manner === 'altered') {
      const answer = await reply(question);
      answer[answer.length - 5] = (answer.at(-5) as number) ^ 1;
      send(answer);
    } else send(await reply(question));
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void respond(Buffer.concat(parts), response).catch(() => response.destroy()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const rootPath = join(folder, 'root.crt');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    rootPath,
    root: new X509Certificate(readFileSync(rootPath)).raw,
    setManner: (next) => {
      manner = next;
    },
    asked: () => asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
