import type { MeetingCard } from '@concertation/shared/contracts';
import type { Locator, Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { expect } from './fixtures.ts';

/** Chromium with a camera and a microphone of its own, which shares the tab of the meeting when asked for a screen. */
export const devices = {
  launchOptions: {
    ...config.use?.launchOptions,
    args: [
      ...(config.use?.launchOptions?.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--auto-select-tab-capture-source-by-title=RCP Digestif',
    ],
  },
  permissions: ['camera', 'microphone'],
};

/** The call on a page of the product: faces and commands. */
export const callOn = (page: Page): Locator => page.getByRole('region', { name: 'Visioconférence', exact: true });

/** What this page shows of somebody, by their name. */
export const faceOf = (page: Page, name: string): Locator => callOn(page).locator('figure', { hasText: name });

/** The address of the running meeting's call, as diaries and mails give it. */
export async function callAddress({ request }: Page): Promise<string> {
  const meetings = (await (await request.get('/api/meetings')).json()) as MeetingCard[];
  const running = meetings.find(({ state }) => state === 'running');
  if (!running) throw new Error('no running meeting');
  return `/reunions/${running.meetingId}?visio`;
}

/** Two presses from the list to the sound: the address opens the green room, « Rejoindre » the call. */
export async function joinCall({ page }: { page: Page }): Promise<void> {
  await page.goto(await callAddress(page));
  await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
  await expect(callOn(page).getByRole('button', { name: 'Raccrocher' })).toBeVisible();
}

/** Waits until the video of somebody moves on this screen: frames are decoded, not only announced. */
export async function expectFrames(page: Page, name: string): Promise<void> {
  const video = faceOf(page, name).locator('video').first();
  const frames = () =>
    video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
  await expect(video).toBeAttached();
  await expect.poll(frames).toBeGreaterThan(0);
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before);
}
