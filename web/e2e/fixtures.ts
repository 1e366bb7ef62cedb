import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from '@playwright/test';

export { expect };

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The product as `npm start` runs it, in a process of its own that a test may kill. */
export class Product {
  readonly #dataDirectory = mkdtempSync(join(tmpdir(), 'concertation-journey-'));
  readonly #environment: Record<string, string>;
  #child: ChildProcess | null = null;
  origin = '';

  constructor(environment: Record<string, string> = {}) {
    this.#environment = environment;
  }

  /** Its process, from which a test finds the media workers. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits for its last line, the address. A restart keeps the port, so that browsers come back. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/src/main.ts'], {
      cwd: repository,
      env: {
        ...process.env,
        NODE_ENV: 'test',
        HOST: '127.0.0.1',
        PORT: this.origin ? new URL(this.origin).port : '0',
        DATA_DIR: this.#dataDirectory,
        LOG_LEVEL: 'error',
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.origin = await new Promise<string>((ready, failed) => {
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        const address = /(http:\/\/localhost:\d+)/.exec(output)?.[1];
        if (address) ready(address);
      });
      child.once('exit', (code) => failed(new Error(`the server left (${code}): ${output}`)));
    });
  }

  /** Ends it, with or without warning, and waits until it is gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }

  async remove(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.#dataDirectory, { recursive: true, force: true });
  }
}

/** One person: a browser context of their own, and a page that fails the test on an unexpected error. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly errors: string[] = [];

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports refused requests and sockets cut by a test; the product's own errors count.
      if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text()))
        this.errors.push(message.text());
    });
  }

  /** Every page of a journey is checked against WCAG 2.2 A and AA, once what was fading in stands still. */
  async expectAccessible(): Promise<void> {
    await this.page.waitForFunction(() =>
      document.getAnimations().every(({ effect, playState }) => {
        const endless = effect?.getComputedTiming().endTime === Infinity;
        return endless || playState !== 'running';
      }),
    );
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
  }
}

type Fixtures = {
  /** Opens a browser for somebody; `as` signs in with a demonstration account. */
  person: (as?: string, options?: BrowserContextOptions) => Promise<Person>;
};

export const test = base.extend<Fixtures, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = new Product();
      await product.start();
      await use(product);
      await product.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  person: async ({ browser, product }, use) => {
    const people: Person[] = [];
    await use(async (as, options) => {
      const opened = await open(browser, product, as, options);
      people.push(opened);
      return opened;
    });
    for (const { errors } of people) expect(errors).toEqual([]);
    await Promise.all(people.map(({ context }) => context.close()));
  },
});

/** Opens a browser for somebody on a product; `as` signs in with a demonstration account. */
export async function open(
  browser: Browser,
  product: Product,
  as?: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({ ...options, baseURL: product.origin });
  if (as) {
    const answer = await context.request.post('/api/demo/login', { data: { account: as } });
    expect(answer.status()).toBe(200);
  }
  return new Person(context, await context.newPage());
}

/** Gives the page a passkey device that answers by itself, as a laptop's fingerprint reader would. */
export async function addVirtualAuthenticator({
  context,
  page,
}: Person): Promise<{ verifies: (verified: boolean) => Promise<void> }> {
  const client = await context.newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verifies: async (isUserVerified) =>
      void (await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
  };
}
