import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { expect } from './fixtures.ts';

type Received = { to: string; text: string };

/** A real SMTP server on a loopback port, and the mails that it was given. */
export class Mailbox {
  readonly #received: Received[] = [];
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => void this.#keep(stream, envelope.rcptTo, done),
  });

  async #keep(
    stream: AsyncIterable<Uint8Array>,
    recipients: { address: string }[],
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const { text = '' } = await PostalMime.parse(Buffer.concat(chunks));
    for (const { address } of recipients) this.#received.push({ to: address, text });
    done();
  }

  /** Listens, and says where. */
  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((done) => this.#server.close(done));
  }

  /** Waits for a mail to this address that holds a link to this path, and gives the path. */
  async linkTo(address: string, path: RegExp): Promise<string> {
    const find = () =>
      this.#received.flatMap(({ to, text }) => (to === address ? (path.exec(text)?.[0] ?? []) : [])).at(-1) ?? '';
    await expect.poll(find, { message: `a mail to ${address}`, timeout: 20_000 }).not.toBe('');
    return find();
  }
}
