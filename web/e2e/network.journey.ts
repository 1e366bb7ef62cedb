import { chromium } from '@playwright/test';
import { type Coturn, startCoturn } from '../../server/test/support/coturn.ts';
import { expect, open, type Person, Product, test } from './fixtures.ts';
import { relayOnly } from './received-media.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const devices = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
/** Chromium then sends no UDP of its own, as behind a firewall that refuses it. */
const withoutUdp = '--webrtc-ip-handling-policy=disable_non_proxied_udp';
/** The relay of the tests made its certificate itself; this reaches TURN over TLS too. */
const anyCertificate = '--ignore-certificate-errors';

type Options = { environment?: Record<string, string>; args?: string[]; phone?: boolean };
type Meeting = { meetingId: string };
type Test = { passed: boolean; outcome: { media: string | null; download: number | null; upload: number | null } };

async function look(person: Person, name: string): Promise<void> {
  await person.expectAccessible();
  await expectNoSidewaysScroll(person.page);
  if (shots) await person.page.screenshot({ path: `${shots}/network-${name}.png`, fullPage: true });
}

async function untilItCarriesCalls({ page }: Person): Promise<void> {
  const [meeting] = (await (await page.request.get('/api/meetings')).json()) as Meeting[];
  expect(meeting).toBeDefined();
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/meetings/${meeting?.meetingId}/call`);
      return ((await answer.json()) as { engine: { state: string } }).engine.state;
    })
    .toBe('ready');
}

/** Somebody on a product and a browser of their own, who made the test. Everything ends with `then`. */
async function withTest(
  { environment = {}, args = [], phone = false }: Options,
  prepare: (person: Person) => Promise<void>,
  then: (person: Person, latest: () => Promise<Test>) => Promise<void>,
): Promise<void> {
  const product = new Product({ MEDIA_WORKERS: '1', ...environment });
  await product.start();
  const executablePath = process.env.CHROMIUM;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage', ...devices, ...args],
  });
  try {
    const size = phone ? { viewport: { width: 390, height: 844 } } : {};
    const person = await open(browser, product, 'secretary', { ...size, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    await prepare(person);
    const { page } = person;
    await page.goto('/test-de-connexion');
    await page.getByRole('button', { name: 'Lancer le test' }).click();
    await expect(page.getByRole('button', { name: 'Refaire le test' })).toBeVisible({ timeout: 60_000 });
    await then(person, async () => (await (await page.request.get('/api/connection-test')).json()) as Test);
    expect(person.errors).toEqual([]);
  } finally {
    await browser.close();
    await product.remove();
  }
}

const checkOf = ({ page }: Person, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const pathsOf = (person: Person) => person.page.getByRole('list', { name: 'Chemins de la voix et de l’image' });

// SC-82, SC-83, OO-26
test('on an open network voice passes straight, and the bandwidth is said in words', async () => {
  await withTest({}, untilItCarriesCalls, async (person, latest) => {
    const { page } = person;
    await expect(page.getByText('Votre connexion est prête')).toBeVisible();
    await expect(
      checkOf(person, 'Voix et image').getByText('La voix passera directement', { exact: false }),
    ).toBeVisible();
    await expect(pathsOf(person)).toContainText('Direct, UDP : ouvert');
    await expect(pathsOf(person)).toContainText('Direct, TCP : ouvert');
    await expect(pathsOf(person)).toContainText('Par le relais : non proposé par ce serveur');
    await expect(checkOf(person, 'Débit').getByText('Assez pour la voix et plusieurs visages.')).toBeVisible();
    await expect(page.getByText('Que dire à votre service informatique')).toHaveCount(0);
    const { passed, outcome } = await latest();
    expect([passed, outcome.media]).toEqual([true, 'udp']);
    expect(Math.min(outcome.download ?? 0, outcome.upload ?? 0)).toBeGreaterThan(100);
    await look(person, 'udp-desktop');
  });
});

test('a server that has TCP alone is reached over TCP, and nobody is sent to the IT department', async () => {
  await withTest({ environment: { MEDIA_UDP: '0' } }, untilItCarriesCalls, async (person, latest) => {
    await expect(checkOf(person, 'Voix et image').getByText('La voix passera par TCP', { exact: false })).toBeVisible();
    await expect(pathsOf(person)).toContainText('Direct, UDP : non proposé par ce serveur');
    await expect(person.page.getByText('Que dire à votre service informatique')).toHaveCount(0);
    expect((await latest()).outcome.media).toBe('tcp');
  });
});

test.describe('with a relay', () => {
  let coturn: Coturn;
  test.beforeAll(async () => {
    coturn = await startCoturn();
  });
  test.afterAll(() => coturn.stop());
  const relay = (url: string) => ({ environment: { TURN_URLS: url, TURN_SECRET: coturn.secret } });

  test('a network that refuses UDP leaves TCP, and the relay over TLS', async () => {
    const options = { ...relay(`turns:127.0.0.1:${coturn.tlsPort}?transport=tcp`), args: [withoutUdp, anyCertificate] };
    await withTest(options, untilItCarriesCalls, async (person, latest) => {
      await expect(pathsOf(person)).toContainText('Direct, UDP : fermé');
      await expect(pathsOf(person)).toContainText('Direct, TCP : ouvert');
      await expect(pathsOf(person)).toContainText('Par le relais (TLS) : ouvert');
      await expect(checkOf(person, 'Voix et image').getByText('derrière un pare-feu', { exact: false })).toBeVisible();
      const summary = person.page.getByText('Que dire à votre service informatique');
      await summary.focus();
      await person.page.keyboard.press('Enter');
      await expect(person.page.getByText(/- TCP 127\.0\.0\.1:\d+/)).toBeVisible();
      await expect(person.page.getByText(`- TLS 127.0.0.1:${coturn.tlsPort}`, { exact: false })).toBeVisible();
      expect((await latest()).outcome.media).toBe('tcp');
      await look(person, 'tcp-desktop');
    });
  });

  test('where only the relay is reached, voice passes through it', async () => {
    const options = relay(`turn:127.0.0.1:${coturn.port}?transport=tcp`);
    const prepare = async (person: Person) => {
      await person.page.addInitScript(relayOnly);
      await untilItCarriesCalls(person);
    };
    await withTest(options, prepare, async (person, latest) => {
      await expect(
        checkOf(person, 'Voix et image').getByText('La voix passera par le relais', { exact: false }),
      ).toBeVisible();
      await expect(pathsOf(person)).toContainText('Direct, TCP : fermé');
      await expect(pathsOf(person)).toContainText('Par le relais (TCP) : ouvert');
      const { passed, outcome } = await latest();
      expect([passed, outcome.media]).toEqual([true, 'relay']);
    });
  });
});

test('where nothing passes, it says what to ask and of whom, on a telephone too', async () => {
  const prepare = async (person: Person) => {
    await person.page.addInitScript(relayOnly);
    await untilItCarriesCalls(person);
  };
  await withTest({ phone: true }, prepare, async (person, latest) => {
    const { page } = person;
    await expect(page.getByText('Un point est à revoir avant la réunion')).toBeVisible();
    await expect(checkOf(person, 'Voix et image').getByText('un pare-feu les arrête', { exact: false })).toBeVisible();
    await expect(page.getByText(/- UDP 127\.0\.0\.1:\d+/)).toBeVisible();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copier le message' }).click();
    await expect(page.getByText('Message copié.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /Merci d’autoriser en sortie.*\n- UDP 127/,
    );
    const { passed, outcome } = await latest();
    expect([passed, outcome.media]).toEqual([false, 'none']);
    await look(person, 'none-phone');
  });
});

test('a server without calls is no fault of this place', async () => {
  const prepare = () => Promise.resolve();
  await withTest({ environment: { MEDIA_OFF: '1' } }, prepare, async (person, latest) => {
    await expect(checkOf(person, 'Voix et image').getByText('Sans objet')).toBeVisible();
    await expect(person.page.getByText('Votre connexion est prête')).toBeVisible();
    expect((await latest()).outcome.media).toBe(null);
  });
});
