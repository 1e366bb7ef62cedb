import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import type { CallState } from '../src/features/call/call-state.ts';
import type { Person } from './fixtures.ts';
import { type Received, receivedMedia, watchMedia } from './received-media.ts';

const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' };
const address = '/call-client-test';

/** Builds the test page of the call client, apart from the product's own bundle; `remove` deletes it. */
export async function buildCallPage(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'concertation-call-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    base: `${address}/`,
    root: fileURLToPath(new URL('..', import.meta.url)),
    build: {
      outDir: folder,
      minify: false,
      target: 'es2023',
      rolldownOptions: {
        input: fileURLToPath(new URL('pages/call-client-page.ts', import.meta.url)),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Somebody with the call client alone, on the product's own origin, as the account signed in there. */
export class CallPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #folder: string;

  constructor({ page, context }: Person, folder: string) {
    this.page = page;
    this.context = context;
    this.#folder = folder;
  }

  async open(): Promise<void> {
    await watchMedia(this.context);
    await this.context.route(`**${address}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(address.length + 1);
      const body =
        name === ''
          ? '<!doctype html><title>call</title><body><script type="module" src="page.js"></script>'
          : await readFile(join(this.#folder, name));
      await route.fulfill({ body, contentType: types[extname(name)] ?? 'text/html' });
    });
    await this.load();
  }

  async load(): Promise<void> {
    await this.page.goto(`${address}/`);
    await this.page.waitForFunction(() => 'callClient' in window);
  }

  state<Part>(read: (state: CallState) => Part): Promise<Part> {
    return this.page.evaluate(`(${read.toString()})(window.callState())`);
  }

  received(): Promise<Received> {
    return receivedMedia(this.page);
  }
}
