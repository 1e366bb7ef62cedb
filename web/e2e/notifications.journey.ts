import { expect, type Person, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

async function look(person: Person, name: string): Promise<void> {
  await person.expectAccessible();
  await expectNoSidewaysScroll(person.page);
  if (shots) await person.page.screenshot({ path: `${shots}/notifications-${name}.png`, fullPage: true });
}

type Made = { caseId: string };
type Mail = { recipient: string; subject: string };

const sharedSubject = 'Un dossier vous est partagé';

/** Mails that told somebody of a case shared with them: other journeys of the same demonstration send some too. */
async function mailsOfSharing({ page }: Person): Promise<number> {
  const me = (await (await page.request.get('/api/me')).json()) as { email: string };
  const mails = (await (await page.request.get('/api/demo/mails')).json()) as Mail[];
  return mails.filter(({ recipient, subject }) => recipient === me.email && subject === sharedSubject).length;
}

/** A new case of the presenter, shared with somebody by the API, so that they are told. */
async function share(presenter: Person, colleague: Person, birthName: string): Promise<void> {
  const me = (await (await colleague.page.request.get('/api/me')).json()) as { accountId: string };
  const identity = { birthName, birthGivenName: 'Essai', birthDate: '1970-05-17', sex: 'F' };
  const opened = await presenter.page.request.post('/api/cases', { data: identity });
  const { caseId } = (await opened.json()) as Made;
  const shared = await presenter.page.request.post(`/api/cases/${caseId}/grants`, {
    data: { accountId: me.accountId, role: 'reader' },
  });
  expect(shared.status()).toBeLessThan(300);
}

// SC-78, OO-32
test('somebody is told in the product and by e-mail, reads it, and refuses the next e-mails', async ({ person }) => {
  const presenter = await person('presenter');
  const expert = await person('expert');
  const { page } = expert;
  const read = await page.request.post('/api/notifications/reading', { data: { notificationIds: null } });
  expect(read.status()).toBeLessThan(300);
  const wanted = await page.request.patch('/api/notifications/preferences', {
    data: { kind: 'case_shared', email: true },
  });
  expect(wanted.status()).toBeLessThan(300);
  const toldBefore = await mailsOfSharing(expert);
  await share(presenter, expert, 'Premier');
  await page.goto('/compte');
  const bell = page.getByRole('button', { name: /^Notifications, / });
  await expect(bell).toHaveAccessibleName('Notifications, 1 non lue');
  await bell.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await expect(panel.getByRole('link', { name: /vous donne accès à un dossier/ })).toBeVisible();
  await look(expert, 'bell-desktop');
  await panel.getByRole('button', { name: 'Tout marquer comme lu' }).click();
  await expect(bell).toHaveAccessibleName('Notifications, aucune non lue');
  await page.keyboard.press('Escape');

  const choice = page.getByRole('checkbox', { name: 'Un collègue me donne accès à un dossier' });
  await expect(choice).toBeChecked();
  await choice.focus();
  await page.keyboard.press('Space');
  await expect(choice).not.toBeChecked();
  await page.reload();
  await expect(choice).not.toBeChecked();
  await look(expert, 'account-desktop');

  await share(presenter, expert, 'Second');
  await page.goto('/notifications');
  await expect(page.getByRole('link', { name: /Non lue : .* vous donne accès à un dossier/ })).toHaveCount(1);
  await look(expert, 'page-desktop');
  await page.getByRole('link', { name: 'Choisir les e-mails reçus' }).click();
  await expect(page.getByRole('heading', { name: 'Notifications par e-mail' })).toBeInViewport();
  await page.goBack();
  await page.getByRole('link', { name: /Non lue : / }).click();
  await expect(page).toHaveURL(/\/dossiers\//);
  await expect(bell).toHaveAccessibleName('Notifications, aucune non lue');

  await page.goto('/');
  await page.getByRole('link', { name: 'Voir les courriels' }).click();
  await page.getByRole('searchbox', { name: 'Rechercher un courriel' }).fill('partagé');
  expect(await mailsOfSharing(expert)).toBe(toldBefore + 1);
  await page.getByText(sharedSubject).first().click();
  const opened = page.locator('details[open]');
  await expect(opened.getByText('Ce message ne contient aucune donnée de patient', { exact: false })).toBeVisible();
  await expect(opened.getByRole('link', { name: /\/dossiers\// })).toBeVisible();
  await look(expert, 'outbox-desktop');
});

// SC-82, SC-83, SC-86, SC-87, SC-88, OO-07, OO-26
test('a connection is tested; without a microphone it says what to do, with one it is ready', async ({ person }) => {
  const member = await person('referent', { permissions: [] });
  const { page } = member;
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const real = () => {
      const { stream } = new AudioContext().createMediaStreamDestination();
      return Promise.resolve(stream);
    };
    const refused = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    devices.getUserMedia = (asked) =>
      asked?.audio && localStorage.getItem('microphone') === 'yes' ? real() : refused();
  });
  await page.goto('/test-de-connexion');
  await expect(page.getByText('Aucun test pour l’instant.')).toBeVisible();
  for (const words of ['Résolvez vos problèmes techniques', 'Préparez-vous', 'Pensez au confort de la réunion'])
    await expect(page.getByRole('heading', { name: words })).toBeVisible();
  await expect(page.getByText('un pare-feu ou à une non-autorisation du lieu', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Lancer le test' }).click();
  await expect(page.getByText('Un point est à revoir avant la réunion')).toBeVisible();
  const check = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  for (const name of ['Navigateur', 'Réseau', 'Édition à plusieurs en direct', 'Mémoire du navigateur'])
    await expect(check(name).getByText('Réussi', { exact: true })).toBeVisible();
  await expect(check('Micro').getByText('Branchez un micro ou un casque', { exact: false })).toBeVisible();
  await expect(page.getByText('À refaire')).toBeVisible();
  await look(member, 'test-desktop');

  await page.evaluate(() => localStorage.setItem('microphone', 'yes'));
  await page.getByRole('button', { name: 'Refaire le test' }).click();
  await expect(page.getByText('Votre connexion est prête')).toBeVisible();
  await expect(check('Caméra').getByText('Facultative, à revoir')).toBeVisible();
  await page.goto('/compte');
  const latest = page.getByRole('region', { name: 'Mon dernier test de connexion' });
  await expect(latest.getByText('Réussi')).toBeVisible();
});

test('on a telephone each of these pages holds its width', async ({ person }) => {
  const presenter = await person('presenter');
  const secretary = await person('secretary', phone);
  const { page } = secretary;
  await share(presenter, secretary, 'Troisième');
  for (const [path, name] of [
    ['/notifications', 'page-phone'],
    ['/courriels', 'outbox-phone'],
    ['/test-de-connexion', 'test-phone'],
    ['/compte', 'account-phone'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await look(secretary, name);
  }
  await page.getByRole('button', { name: /^Notifications, / }).click();
  await expect(page.getByRole('dialog', { name: 'Notifications' })).toBeVisible();
  await look(secretary, 'bell-phone');
});
