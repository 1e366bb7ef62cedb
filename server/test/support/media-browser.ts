import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';

type Page = {
  goto: (url: string) => Promise<unknown>;
  route: (
    url: string,
    answer: (route: { fulfill: (response: object) => Promise<void> }) => Promise<void>,
  ) => Promise<void>;
  exposeFunction: (name: string, act: (...given: never[]) => unknown) => Promise<void>;
  addScriptTag: (script: { content: string }) => Promise<unknown>;
  evaluate: (expression: string) => Promise<unknown>;
};
type Browser = { newPage: () => Promise<Page>; close: () => Promise<void> };
type Playwright = { chromium: { launch: (options: object) => Promise<Browser>; executablePath: () => string } };
type Vite = { build: (options: object) => Promise<{ output: { code: string }[] }[]> };

// Chromium and the bundler are the web workspace's: the server itself needs neither.
const web = createRequire(new URL('../../../web/package.json', import.meta.url));

/** Chromium with a fake microphone and camera, on a page that has mediasoup-client. */
export type MediaBrowser = {
  /** Calls a function of `media-page.mjs`. */
  call: <Result>(name: string, ...given: unknown[]) => Promise<Result>;
  close: () => Promise<void>;
};

/** Where Chromium is: `npm test` names it. */
export function chromiumForTests(): string {
  const { chromium } = web('@playwright/test') as Playwright;
  const path = process.env.CHROMIUM ?? chromium.executablePath();
  if (existsSync(path)) return path;
  throw new Error('Aucun Chromium : donnez son chemin par CHROMIUM.');
}

async function pageScript(): Promise<string> {
  const { build } = (await import(web.resolve('vite'))) as Vite;
  const entry = fileURLToPath(new URL('media-page.mjs', import.meta.url));
  const [bundle] = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'page' } },
  });
  return bundle?.output[0]?.code ?? '';
}

/** `answer` is what the page's `ask` reaches: who asks, what, with what. */
export async function openMediaBrowser(
  executablePath: string,
  answer: (name: string, request: string, given: unknown[]) => unknown,
): Promise<MediaBrowser> {
  const { chromium } = web('@playwright/test') as Playwright;
  const args = ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const browser = await chromium.launch({
    executablePath,
    args: [...args, '--autoplay-policy=no-user-gesture-required'],
  });
  const page = await browser.newPage();
  await page.route('http://127.0.0.1/', (route) => route.fulfill({ contentType: 'text/html', body: '<body></body>' }));
  await page.goto('http://127.0.0.1/');
  await page.exposeFunction('ask', answer);
  await page.addScriptTag({ content: await pageScript() });
  return {
    call: async <Result>(name: string, ...given: unknown[]) =>
      (await page.evaluate(`call.${name}(...${JSON.stringify(given)})`)) as Result,
    close: () => browser.close(),
  };
}
