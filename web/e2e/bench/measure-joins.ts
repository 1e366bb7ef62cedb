// A process of `npm run bench`: how long from the click on « Rejoindre » until somebody is heard, and seen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, open, type Person, Product } from '../fixtures.ts';
import { launchBrowser } from './browser.ts';
import { watchJoin, type Watched } from './watch-page.ts';

const limitMs = 30_000;
const joins = Number(process.argv[2] ?? 20);
type Meeting = { meetingId: string; state: string };

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** The demonstration's meeting of today, once its server carries calls. */
async function findMeeting({ page: { request } }: Person): Promise<string> {
  const meetings = (await (await request.get('/api/meetings')).json()) as Meeting[];
  const held = meetings.find(({ state }) => state === 'running' || state === 'open');
  if (!held) throw new Error('the demonstration has no open meeting');
  await expect
    .poll(async () => (await request.get(`/api/meetings/${held.meetingId}/call`)).json(), { timeout: limitMs })
    .toMatchObject({ engine: { state: 'ready' } });
  return held.meetingId;
}

async function joinFrom(page: Page, meetingId: string): Promise<void> {
  await page.goto(`/reunions/${meetingId}?visio`);
  await page.getByRole('button', { name: 'Rejoindre', exact: true }).click({ timeout: limitMs });
}

async function measureJoin({ context }: Person, meetingId: string): Promise<Watched> {
  const page = await context.newPage();
  await page.addInitScript(watchJoin);
  await joinFrom(page, meetingId);
  const isThere = () => Boolean(window.watchedJoin?.audio && window.watchedJoin.video);
  await page.waitForFunction(isThere, undefined, { timeout: limitMs });
  const seen = await page.evaluate(() => window.watchedJoin);
  await page.getByRole('button', { name: 'Raccrocher' }).first().click();
  await page.close();
  return seen as Watched;
}

/**
 * Somebody speaks and shows themselves; another one joins, hangs up and joins again, in a browser of their own on a page
 * newly opened each time. The first join is not counted: it is also the server's first.
 */
async function measure(): Promise<{ audio: number; video: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'concertation-bench-joins-'));
  const product = new Product({ MEDIA_WORKERS: '1' });
  const browsers: Browser[] = [];
  try {
    await product.start();
    for (let each = 0; each < 2; each += 1) browsers.push(await launchBrowser(folder));
    const [there, comes] = browsers as [Browser, Browser];
    const options = { locale: 'fr-FR', permissions: ['camera', 'microphone'] };
    const speaker = await open(there, product, 'secretary', options);
    const visitor = await open(comes, product, 'presenter', options);
    const meetingId = await findMeeting(speaker);
    await joinFrom(speaker.page, meetingId);
    const seen: Watched[] = [];
    for (let count = 0; count <= joins; count += 1) seen.push(await measureJoin(visitor, meetingId));
    const counted = seen.slice(1);
    return {
      audio: median(counted.map(({ audio }) => audio ?? Number.NaN)),
      video: median(counted.map(({ video }) => video ?? Number.NaN)),
    };
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await product.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

const times = await measure();
if (process.send) process.send({ type: 'joined', joins, ...times });
else console.log(times);
