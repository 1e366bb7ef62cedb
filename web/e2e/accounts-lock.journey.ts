import { expect, test } from './fixtures.ts';
import { arriveWithPasskey, lookAtAccounts } from './registering.ts';

const newcomer = {
  title: 'Dr',
  givenName: 'Solène',
  familyName: 'Le Bihan',
  specialty: 'Pneumologie',
};

// PA-24, PA-25, AUT-31
test('a screen that locks under an open dialog hides it, takes the keyboard, and gives it back as it was', async ({
  person,
}) => {
  const doctor = await person();
  const { page } = doctor;
  await arriveWithPasskey(doctor, newcomer);
  await page.goto('/compte#mot-de-passe');
  await page.clock.install();
  await page.reload();
  await page.getByRole('button', { name: 'Choisir un mot de passe' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choisir un mot de passe' });
  const field = dialog.getByRole('textbox', { name: /^Nouveau mot de passe/ });
  await field.fill('des mots que je finis plus tard');

  await page.clock.fastForward('16:00');
  const locked = page.getByRole('heading', { name: 'Écran verrouillé' });
  await expect(locked).toBeVisible();
  await expect(field).toBeHidden();
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab');
    const isBehind = await page.evaluate(() => {
      const { activeElement: active } = document;
      return active !== document.body && !active?.closest('#lock');
    });
    expect(isBehind).toBe(false);
  }
  await lookAtAccounts(doctor, 'locked-dialog');
  await page.keyboard.press('Escape');
  await expect(locked).toBeVisible();

  await page.getByRole('button', { name: /clé d’accès/ }).click();
  await expect(locked).toHaveCount(0);
  await expect(field).toBeVisible();
  await expect(field).toHaveValue('des mots que je finis plus tard');
});

// PA-24, AUT-31
test('a computer that wakes up after a long sleep locks at its first key, which does not count as use', async ({
  person,
}) => {
  const doctor = await person();
  const { page } = doctor;
  await arriveWithPasskey(doctor, newcomer);
  await page.clock.install();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  // Asleep: the clock goes on, and no timer runs.
  const asleep = await page.evaluate(() => Date.now() + 60_000);
  await page.clock.pauseAt(asleep);
  await page.clock.setSystemTime(asleep + 8 * 3_600_000);
  await page.keyboard.press('Shift');
  await page.clock.resume();
  await expect(page.getByRole('heading', { name: 'Écran verrouillé' })).toBeVisible();
});

// SC-40, PA-24
test('when somebody else signs in in another window, nothing of who was here stays in this one', async ({ person }) => {
  const presenter = await person('presenter');
  const { page, context } = presenter;
  await page.goto('/compte');
  await expect(page.getByRole('button', { name: /^Menu du compte/ })).toContainText('Camille');
  const specialty = page.getByRole('combobox', { name: /^Spécialité/ });
  await specialty.fill('Ce que Camille n’a pas enregistré');
  await page.evaluate(() => Object.assign(window, { isFirstPage: true }));

  const other = await context.newPage();
  const answer = await context.request.post('/api/demo/login', { data: { account: 'secretary' } });
  expect(answer.status()).toBe(200);
  await other.goto('/');
  const menu = other.getByRole('button', { name: /^Menu du compte/ });
  await expect(menu).not.toContainText('Camille');
  await other.close();

  // One comes back to the first window.
  await expect
    .poll(async () => {
      // The page that reloads under the call drops its answer: what it became is asked next.
      await page
        .evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
        .catch(() => undefined);
      return page.evaluate(() => 'isFirstPage' in window).catch(() => true);
    })
    .toBe(false);
  await expect(page.getByRole('button', { name: /^Menu du compte/ })).not.toContainText('Camille');
  await expect(specialty).not.toHaveValue('Ce que Camille n’a pas enregistré');
});
