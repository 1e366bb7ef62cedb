import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import type { SelfMadeCertificate } from './self-made-certificate.ts';
import { waitFor } from './wait-for.ts';

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('data', () => done(true)).once('error', () => done(false));
    socket.once('close', () => done(false));
    socket.setTimeout(1000, () => socket.destroy());
  });

const idOf = (flag: string, user: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));

/** Who owns the mailbox: Dovecot serves nobody’s mail as root. */
function owner(): { name: string; uid: number; gid: number } {
  const { uid, gid, username } = userInfo();
  return uid === 0
    ? { name: 'dovecot', uid: idOf('-u', 'dovecot'), gid: idOf('-g', 'dovecot') }
    : { name: username, uid, gid };
}

function configuration(directory: string, port: number, { certificatePath, keyPath }: SelfMadeCertificate): string {
  const { name, uid, gid } = owner();
  const rootless = userInfo().uid === 0 ? '' : `default_internal_user = ${name}\ndefault_login_user = ${name}\n`;
  const chroot = userInfo().uid === 0 ? '' : 'chroot =';
  return `base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/dovecot.log
${rootless}protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${certificatePath}
ssl_key = <${keyPath}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${directory}/mail
mailbox_list_index = no
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${directory}/home
}
service anvil {
  ${chroot}
}
service imap-login {
  ${chroot}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}

/**
 * A real IMAP server (Dovecot, of Debian) with one mailbox of its own in `directory`, on a loopback port, over STARTTLS.
 * Mails come into its Maildir as an operator would lay them there.
 */
export class Dovecot {
  readonly #directory: string;
  readonly #child: ChildProcess;
  readonly port: number;
  #mails = 0;

  private constructor(directory: string, port: number, child: ChildProcess) {
    this.#directory = directory;
    this.port = port;
    this.#child = child;
  }

  static async open(directory: string, certificate: SelfMadeCertificate): Promise<Dovecot> {
    chmodSync(directory, 0o755);
    const { uid, gid } = owner();
    for (const part of ['home', 'mail', 'mail/cur', 'mail/new', 'mail/tmp']) {
      mkdirSync(join(directory, part), { recursive: true });
      chownSync(join(directory, part), uid, gid);
    }
    const port = await freePort();
    const file = join(directory, 'dovecot.conf');
    writeFileSync(file, configuration(directory, port, certificate));
    const child = spawn('dovecot', ['-F', '-c', file], { stdio: 'ignore' });
    const dovecot = new Dovecot(directory, port, child);
    await waitFor(() => answers(port), 'Dovecot answers').catch((error: unknown) => {
      child.kill();
      throw new Error(`${String(error)}\n${dovecot.log()}`);
    });
    return dovecot;
  }

  get url(): string {
    return `imap://rcp:secret@127.0.0.1:${this.port}`;
  }

  /** What it said of itself. */
  log(): string {
    return readFileSync(join(this.#directory, 'dovecot.log'), 'utf8');
  }

  /** Lays a mail in the mailbox, whole or not at all. */
  receive(mail: string): void {
    this.#mails += 1;
    const name = `${Date.now()}.M${String(this.#mails).padStart(6, '0')}.test`;
    const written = join(this.#directory, 'mail/tmp', name);
    writeFileSync(written, mail.replace(/\r?\n/g, '\r\n'), { mode: 0o644 });
    const { uid, gid } = owner();
    chownSync(written, uid, gid);
    renameSync(written, join(this.#directory, 'mail/new', name));
  }

  async close(): Promise<void> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return;
    const ended = new Promise((done) => this.#child.once('exit', done));
    this.#child.kill('SIGTERM');
    await ended;
  }
}
