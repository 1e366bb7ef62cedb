import type { AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { SelfMadeCertificate } from './self-made-certificate.ts';

export type Taken = { recipient: string; raw: string; email: Email; encrypted: boolean; dsn: unknown };

/**
 * The sending side of a secure mail operator: a real SMTP server that takes messages over STARTTLS, with a password, and
 * keeps them. Recipients that begin with `refused` are refused for good. Down, nothing listens on its port.
 */
export class SecureOperator {
  readonly taken: Taken[] = [];
  readonly #certificate: SelfMadeCertificate | null;
  #server: SMTPServer | null = null;
  #port = 0;
  /** Takes a message, then breaks the line before saying so, this many times. */
  forgetsToAnswer = 0;

  private constructor(certificate: SelfMadeCertificate | null) {
    this.#certificate = certificate;
  }

  /** Without a certificate it knows no STARTTLS. */
  static async open(certificate: SelfMadeCertificate | null): Promise<SecureOperator> {
    const operator = new SecureOperator(certificate);
    await operator.listen();
    return operator;
  }

  get url(): string {
    return `smtp://rcp:secret@127.0.0.1:${this.#port}`;
  }

  /** What was sent to an address, oldest first. */
  to(address: string): Taken[] {
    return this.taken.filter(({ recipient }) => recipient === address);
  }

  async #keep(message: Buffer, { envelope, secure }: SMTPServerSession): Promise<void> {
    const [to] = envelope.rcptTo;
    const email = await PostalMime.parse(message);
    const raw = message.toString('latin1');
    this.taken.push({ recipient: to?.address ?? '', raw, email, encrypted: secure, dsn: to });
    if (this.forgetsToAnswer <= 0) return;
    this.forgetsToAnswer -= 1;
    throw Object.assign(new Error('4.3.0 the line breaks'), { responseCode: 421 });
  }

  #create(): SMTPServer {
    const keep = callbackify((message: Buffer, session: SMTPServerSession) => this.#keep(message, session));
    const encryption = this.#certificate
      ? { key: this.#certificate.key, cert: this.#certificate.certificate }
      : { disabledCommands: ['STARTTLS'], allowInsecureAuth: true };
    return new SMTPServer({
      ...encryption,
      hideDSN: false,
      size: 40_000_000,
      onAuth: ({ username, password }, _session, done) =>
        username === 'rcp' && password === 'secret' ? done(null, { user: 'rcp' }) : done(new Error('who?')),
      onRcptTo: ({ address }, _session, done) =>
        address.startsWith('refused')
          ? done(Object.assign(new Error('5.1.1 no such mailbox'), { responseCode: 550 }))
          : done(),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          keep(Buffer.concat(chunks), session, (error) => done(error));
        });
      },
    });
  }

  /** Listens, on the same port as before when it had one. */
  listen(): Promise<void> {
    const server = this.#create();
    // A client that hangs up says nothing that the test waits for.
    server.on('error', () => undefined);
    this.#server = server;
    return new Promise((done) => {
      server.listen(this.#port, '127.0.0.1', () => {
        this.#port = (server.server.address() as AddressInfo).port;
        done();
      });
    });
  }

  close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    return new Promise((done) => (server ? server.close(() => done()) : done()));
  }
}
