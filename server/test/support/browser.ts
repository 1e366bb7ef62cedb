import { ask, type Answer } from './ask.ts';

/** A browser that keeps its cookies, and nothing else: what a person signs in with. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #server: { origin: string };

  constructor(server: { origin: string }) {
    this.#server = server;
  }

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await ask(this.#server, method, path, {
      ...(this.cookies.size > 0 ? { cookie: this.header } : {}),
      ...(body === undefined ? {} : { body }),
    });
    for (const set of answer.response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split('; ');
      const [name = '', value = ''] = pair.split('=', 2);
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** The same browser for somebody else at another moment: what it is known by stays, its session does not. */
  leaveSession(): void {
    this.cookies.delete('session');
  }

  /** Another browser with the same cookies, as a thief of them would have. */
  copy(): Browser {
    const copy = new Browser(this.#server);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }
}
