import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import type { CallPhase, ShownVideo } from '../src/features/call/call-state.ts';
import config from '../playwright.config.ts';
import { startCoturn } from '../../server/test/support/coturn.ts';
import { buildCallPage, CallPage } from './call-page.ts';
import { expect, open, Product, test } from './fixtures.ts';
import { relayOnly } from './received-media.ts';

test.use({
  launchOptions: {
    ...config.use?.launchOptions,
    args: [
      ...(config.use?.launchOptions?.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
  // The test page is not served by the product, so Chromium asks before it may speak to this machine.
  permissions: ['camera', 'microphone', 'local-network-access'],
});

let built: Awaited<ReturnType<typeof buildCallPage>>;
test.beforeAll(async () => {
  built = await buildCallPage();
});
test.afterAll(() => built.remove());

/** The media workers that a product started. */
function mediaWorkersOf(parent: number | undefined): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        return Number(rest?.split(' ')[1]) === parent && name?.startsWith('mediasoup');
      } catch {
        return false;
      }
    });
}

/** The demonstration's running meeting. */
async function runningMeeting({ page }: CallPage): Promise<string> {
  const meetings = (await (await page.request.get('/api/meetings')).json()) as { meetingId: string; state: string }[];
  const running = meetings.find(({ state }) => state === 'running' || state === 'open');
  if (!running) throw new Error(`no running meeting: ${JSON.stringify(meetings.map(({ state }) => state))}`);
  return running.meetingId;
}

const join = (call: CallPage, meetingId: string, microphone: 'live' | 'muted' = 'live', camera = true) =>
  call.page.evaluate(([id, sound, video]) => window.callClient.join(id, { microphone: sound, camera: video }), [
    meetingId,
    microphone,
    camera,
  ] as const);

const expectPhase = (call: CallPage, phase: CallPhase) =>
  expect.poll(() => call.state(({ phase: now }) => now), { timeout: 30_000 }).toBe(phase);

/** Shows every camera of the others, and the screen being shared, at one height. */
const showAll = (call: CallPage, height: number, elsewhere = false) =>
  call.page.evaluate(
    ([tall, apart]) => {
      const { room, participantId } = window.callState();
      const videos: ShownVideo[] = (room?.participants ?? [])
        .filter((one) => one.participantId !== participantId)
        .flatMap((one) =>
          (['camera', 'screen'] as const)
            .filter((source) => one.sources[source])
            .map((source) => ({ participantId: one.participantId, source, height: tall, elsewhere: apart })),
        );
      window.callClient.show(videos);
      return videos.length;
    },
    [height, elsewhere] as const,
  );

/** Sound is heard and so many videos move, from now on. */
async function expectMedia(call: CallPage, videos: number): Promise<void> {
  await expect.poll(() => showAll(call, 300), { timeout: 30_000 }).toBe(videos);
  let before = await call.received();
  const framesOf = ({ videos: tracks }: typeof before) => tracks.reduce((sum, one) => sum + one.frames, 0);
  await expect
    .poll(
      async () => {
        const now = await call.received();
        const heard = now.audioEnergy > before.audioEnergy;
        const seen = videos === 0 || framesOf(now) > framesOf(before);
        const moving = now.videos.filter((one) => one.frames > 0).length >= videos;
        before = now;
        return [heard, seen, moving];
      },
      { timeout: 45_000, intervals: [1_000] },
    )
    .toEqual([true, true, true]);
}

/** What everybody sends, as one of them is told; other transports mean other numbers. */
const producersOf = (call: CallPage) =>
  call.state(({ room }) =>
    (room?.participants ?? []).flatMap(({ sources }) => Object.values(sources)).map((one) => one.producerId),
  );

/** Everything is sent again, through other transports than before. */
const expectRenewed = (call: CallPage, former: string[], count: number) =>
  expect
    .poll(async () => (await producersOf(call)).filter((id) => !former.includes(id)).length, { timeout: 30_000 })
    .toBe(count);

// SC-79, SC-80, SC-83, SC-86, OO-02, OO-04
test('three people hear and see each other, share a screen in turn, and come back from every loss', async ({
  person,
  product,
}) => {
  test.setTimeout(300_000);
  const [secretary, coordinator, presenter] = (await Promise.all(
    ['secretary', 'coordinator', 'presenter'].map(async (who) => new CallPage(await person(who), built.folder)),
  )) as [CallPage, CallPage, CallPage];
  const all = [secretary, coordinator, presenter];
  for (const call of all) await call.open();
  const meetingId = await runningMeeting(secretary);

  await test.step('everybody joins; sound and two cameras arrive everywhere', async () => {
    for (const call of all) await join(call, meetingId);
    for (const call of all) await expectPhase(call, 'inside');
    for (const call of all) await expectMedia(call, 2);
    expect(await coordinator.state(({ room, participantId }) => room?.chairId === participantId)).toBe(true);
  });

  await test.step('the layer follows the height of the tile', async () => {
    for (const height of [90, 720, 90]) {
      await showAll(secretary, height);
      await expect
        .poll(async () => (await secretary.received()).videos.map((one) => one.height > 200), { timeout: 30_000 })
        .toEqual([height > 360, height > 360]);
    }
  });

  await test.step('muted by a moderator, one may speak again', async () => {
    const presenterId = await presenter.state(({ participantId }) => participantId);
    await coordinator.page.evaluate((id) => window.callClient.mute(id), presenterId);
    await expect.poll(() => presenter.state(({ microphone }) => microphone)).toBe('muted');
    expect(await presenter.state(({ notices }) => notices.map(({ kind }) => kind))).toContain('muted');
    await presenter.page.evaluate(() => window.callClient.setMicrophone(true));
    await expect
      .poll(() =>
        secretary.state(({ room }) => room?.participants.every(({ sources }) => sources.microphone?.paused === false)),
      )
      .toBe(true);
  });

  await test.step('one screen at a time, unless a moderator takes over', async () => {
    await secretary.page.evaluate(() => window.callClient.shareScreen(false));
    await expectMedia(presenter, 3);
    await presenter.page.evaluate(() => window.callClient.shareScreen(false));
    expect(await presenter.state(({ notices }) => notices.at(-1)?.code)).toBe('screen_taken');
    await coordinator.page.evaluate(() => window.callClient.shareScreen(true));
    await expect.poll(() => secretary.state(({ screen }) => screen)).toBe('off');
    expect(await secretary.state(({ notices }) => notices.at(-1)?.kind)).toBe('screen_ended');
    await expectMedia(presenter, 3);
    await coordinator.page.evaluate(() => window.callClient.stopSharing());
    await expect.poll(() => showAll(presenter, 300)).toBe(2);
  });

  const seat = await presenter.state(({ participantId }) => participantId);
  await test.step('the network goes and comes back: the seat is the same, and media flow again', async () => {
    await presenter.context.setOffline(true);
    await expectPhase(presenter, 'reconnecting');
    await presenter.context.setOffline(false);
    await expectPhase(presenter, 'inside');
    expect(await presenter.state(({ participantId }) => participantId)).toBe(seat);
    for (const call of all) await expectMedia(call, 2);
  });

  await test.step('the page is loaded again: the seat is the same', async () => {
    await presenter.load();
    await join(presenter, meetingId);
    await expectPhase(presenter, 'inside');
    expect(await presenter.state(({ participantId }) => participantId)).toBe(seat);
    for (const call of all) await expectMedia(call, 2);
  });

  await test.step('the media worker dies: the room is rebuilt by itself', async () => {
    const former = await producersOf(secretary);
    for (const pid of mediaWorkersOf(product.pid)) process.kill(pid, 'SIGKILL');
    for (const call of all) await expectRenewed(call, former, 6);
    for (const call of all) await expectMedia(call, 2);
    expect(await presenter.state(({ participantId }) => participantId)).toBe(seat);
  });

  await test.step('the server restarts: everybody comes back by themselves', async () => {
    const former = await producersOf(secretary);
    await product.end('SIGKILL');
    for (const call of all) await expectPhase(call, 'reconnecting');
    await product.start();
    for (const call of all) await expectPhase(call, 'inside');
    for (const call of all) await expectRenewed(call, former, 6);
    for (const call of all) await expectMedia(call, 2);
  });

  await test.step('hung up: nothing is held any more, here or there', async () => {
    await presenter.page.evaluate(() => window.callClient.hangUp());
    await expectPhase(presenter, 'ended');
    expect(await presenter.state(({ microphone, camera, tracks }) => [microphone, camera, tracks.size])).toEqual([
      'off',
      'off',
      0,
    ]);
    await expect.poll(() => secretary.state(({ room }) => room?.participants.length)).toBe(2);
    for (const call of all)
      expect(
        await call.state(({ notices }) =>
          notices
            .filter(({ kind }) => kind === 'refused')
            .map(({ code }) => code)
            .filter((code) => code !== 'screen_taken'),
        ),
      ).toEqual([]);
  });
});

/** Two people who hear and see each other on a server of their own; then what their browsers say of the path. */
async function meetOn(
  environment: Record<string, string>,
  browser: Browser,
  prepare: (page: Page) => Promise<unknown>,
  check: (call: CallPage) => Promise<void>,
): Promise<void> {
  const product = new Product({ MEDIA_WORKERS: '1', ...environment });
  await product.start();
  const people = await Promise.all(['secretary', 'coordinator'].map((who) => open(browser, product, who)));
  const calls = people.map((someone) => new CallPage(someone, built.folder)) as [CallPage, CallPage];
  for (const call of calls) {
    await prepare(call.page);
    await call.open();
  }
  const meetingId = await runningMeeting(calls[0]);
  for (const call of calls) await join(call, meetingId);
  for (const call of calls) await expectMedia(call, 1);
  for (const call of calls) await check(call);
  await Promise.all(people.map(({ context }) => context.close()));
  await product.remove();
}

// SC-83: a hospital that lets only TCP out.
test('where only TCP crosses, two people hear and see each other', async ({ browser }) => {
  const nothing = () => Promise.resolve();
  await meetOn({ MEDIA_UDP: '0' }, browser, nothing, async (call) => {
    expect(new Set((await call.received()).protocols)).toEqual(new Set(['tcp']));
  });
});

// SC-83: a hospital whose firewall lets out nothing but a relay, over TCP.
test('where only the relay is reached, two people hear and see each other through it', async ({ browser }) => {
  const coturn = await startCoturn();
  try {
    const environment = { TURN_URLS: `turn:127.0.0.1:${coturn.port}?transport=tcp`, TURN_SECRET: coturn.secret };
    const behind = (page: Page) => page.addInitScript(relayOnly);
    await meetOn(environment, browser, behind, async (call) => {
      expect(new Set((await call.received()).paths)).toEqual(new Set(['relay']));
    });
  } finally {
    await coturn.stop();
  }
});
