import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import type { CallState } from '../src/features/call/call-state.ts';
import type { Person } from './fixtures.ts';

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

/** What a page's connections carry now, added up over everything it receives. */
export type Received = {
  audioEnergy: number;
  /** By height of the images decoded, tracks in no order. */
  videos: { height: number; frames: number }[];
  protocols: string[];
};

/** Remembers every connection of a page, and asks the browser for a sound that is not cleaned of its fake beeps. */
async function instrument(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    Object.assign(window, { peers });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...given);
        peers.push(this);
      }
    };
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (asked) => {
      const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
      const audio = typeof asked?.audio === 'object' ? { ...asked.audio, ...raw } : asked?.audio;
      return getUserMedia({ ...asked, ...(audio === undefined ? {} : { audio }) });
    };
  });
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
    await instrument(this.context);
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
    return this.page.evaluate(async () => {
      const { peers } = window as unknown as { peers: RTCPeerConnection[] };
      const living = peers.filter(({ connectionState }) => connectionState !== 'closed');
      const reports = await Promise.all(living.map((peer) => peer.getStats()));
      const all = reports.flatMap((report) => [...report.values()] as Record<string, unknown>[]);
      // The server measures the path with packets of its own, which are nobody's video.
      const inbound = all.filter(({ type, mid }) => type === 'inbound-rtp' && mid !== 'probator');
      const sum = (key: string, of: Record<string, unknown>[]): number =>
        of.reduce((total, one) => total + Number(one[key] ?? 0), 0);
      return {
        audioEnergy: sum(
          'totalAudioEnergy',
          inbound.filter(({ kind }) => kind === 'audio'),
        ),
        videos: inbound
          .filter(({ kind }) => kind === 'video')
          .map(({ frameHeight, framesDecoded }) => ({
            height: Number(frameHeight ?? 0),
            frames: Number(framesDecoded ?? 0),
          })),
        protocols: all
          .filter(({ type, nominated }) => type === 'candidate-pair' && nominated === true)
          .map(({ localCandidateId }) => all.find(({ id }) => id === localCandidateId)?.protocol as string),
      };
    });
  }
}
