const mostHops = 12;

/** A browser as far as navigation goes: it follows redirections by hand and keeps cookies by origin. */
export class NavigatingBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** The Cookie header for an origin; empty when it has none. */
  cookies(origin: string): string {
    return [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Takes cookies in, as a script that was given a session. */
  take(origin: string, header: string): void {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    for (const pair of header.split('; ')) {
      const [name = '', ...value] = pair.split('=');
      jar.set(name, value.join('='));
    }
  }

  /** One request, whose cookies are kept. */
  async step(address: string): Promise<Response> {
    const { origin } = new URL(address);
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: this.cookies(origin), accept: 'text/html' },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const isGone = /max-age=0\b|expires=thu, 01 jan 1970/i.test(line);
      if (isGone) this.#cookies.get(origin)?.delete(pair.split('=', 1)[0] as string);
      else this.take(origin, pair);
    }
    return response;
  }

  /** Follows redirections until a page, or until an address that `stopAt` accepts, which is not asked for. */
  async visit(address: string, stopAt: (address: URL) => boolean = () => false): Promise<URL> {
    let at = new URL(address);
    for (let hop = 0; hop < mostHops; hop += 1) {
      if (stopAt(at)) return at;
      const response = await this.step(at.href);
      const next = response.headers.get('location');
      if (!next) return at;
      at = new URL(next, at);
    }
    throw new Error(`too many redirections from ${address}`);
  }
}
