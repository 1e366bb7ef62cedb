import type { AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type Delivered = { recipients: string[]; email: Email; raw: string };

/**
 * A mail relay on a loopback port: a real SMTP server that keeps what it takes. Recipients that begin with `refused` are
 * refused for good (550), those that begin with `later` for now (451). Down, nothing listens on its port.
 */
export class MailRelay {
  readonly delivered: Delivered[] = [];
  #server: SMTPServer | null = null;
  #port = 0;

  static async open(): Promise<MailRelay> {
    const relay = new MailRelay();
    await relay.listen();
    return relay;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** What was sent to an address, oldest first. */
  to(address: string): Delivered[] {
    return this.delivered.filter(({ recipients }) => recipients.includes(address));
  }

  #create(): SMTPServer {
    const keep = callbackify((raw: string, to: { address: string }[]) => this.#keep(raw, to));
    return new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        if (address.startsWith('refused')) done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
        else if (address.startsWith('later')) done(Object.assign(new Error('try later'), { responseCode: 451 }));
        else done();
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString('utf8');
          keep(raw, envelope.rcptTo, (error) => done(error));
        });
      },
    });
  }

  async #keep(raw: string, to: { address: string }[]): Promise<void> {
    const email = await PostalMime.parse(raw);
    this.delivered.push({ recipients: to.map(({ address }) => address), email, raw });
  }

  /** Listens, on the same port as before when it had one. */
  listen(): Promise<void> {
    const server = this.#create();
    this.#server = server;
    return new Promise((done, failed) => {
      server.once('error', failed);
      server.listen(this.#port, '127.0.0.1', () => {
        this.#port = (server.server.address() as AddressInfo).port;
        done();
      });
    });
  }

  close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    return new Promise((done) => (server ? server.close(done) : done()));
  }
}
