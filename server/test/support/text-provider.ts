import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export type TakenText = { headers: IncomingHttpHeaders; body: unknown };

/** A provider of text messages on a loopback port: a real HTTP server that keeps what it takes, and answers what it is told. */
export class TextProvider {
  readonly taken: TakenText[] = [];
  /** What the next requests are answered, in order; then 202. */
  readonly answers: number[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      void json(request).then((body) => {
        this.taken.push({ headers: request.headers, body });
        const status = this.answers.shift() ?? 202;
        response.writeHead(status, status === 302 ? { location: this.url } : {}).end(JSON.stringify({ echo: body }));
      });
    });
  }

  static async open(): Promise<TextProvider> {
    const provider = new TextProvider();
    await new Promise<void>((done) => provider.#server.listen(0, '127.0.0.1', done));
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/messages`;
  }

  /** What was sent to a number, oldest first. */
  to(recipient: string): TakenText[] {
    return this.taken.filter(({ body }) => (body as { to?: string }).to === recipient);
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}
