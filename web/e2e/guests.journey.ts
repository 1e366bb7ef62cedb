import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { invite, linkTo, openDetails } from './guest-links.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/guests-${name}.png`, fullPage: true });
};

// CM-08, CM-32, GST-1, GST-5, GST-7
test('somebody without an account joins by a link, sees what a guest may see, and is put out', async ({ person }) => {
  const secretary = await person('secretary', { viewport: { width: 1440, height: 1000 } });
  await openDetails(secretary);
  const { page } = secretary;
  await page.getByRole('button', { name: 'Inviter quelqu’un sans compte' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Inviter quelqu’un sans compte' });
  await dialog.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(dialog.getByText('Indiquez une adresse e-mail valable.')).toBeVisible();
  await secretary.expectAccessible();
  await shoot(page, 'invite-dialog');
  // A slip of the hand beside the dialog loses nothing of what was typed.
  await dialog.getByLabel('Qualité').fill('Cardiologue');
  await page.mouse.click(5, 500);
  await expect(dialog.getByLabel('Qualité')).toHaveValue('Cardiologue');
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await invite(secretary, 'Carpentier', 'ines.carpentier@exemple.invalid');
  const row = page.getByRole('listitem').filter({ hasText: 'ines.carpentier@exemple.invalid' }).first();
  await expect(row).toContainText('lien envoyé');
  const link = await linkTo(secretary, 'ines.carpentier@exemple.invalid');

  const guest = await person(undefined, { viewport: { width: 390, height: 844 } });
  await guest.page.goto(link);
  await expect(guest.page.getByRole('heading', { name: /Sophie Lambert vous invite à la réunion/ })).toBeVisible();
  await expect(guest.page.getByText('Mme Ines Carpentier')).toBeVisible();
  await guest.expectAccessible();
  await expectNoSidewaysScroll(guest.page);
  await shoot(guest.page, 'link-390');
  await guest.page.setViewportSize({ width: 1280, height: 900 });
  await shoot(guest.page, 'link-desktop');

  await guest.page.getByRole('button', { name: 'Rejoindre la réunion' }).click();
  await expect(guest.page).toHaveURL(/\/reunions\//);
  await expect(guest.page.getByRole('heading', { name: 'RCP Digestif' })).toBeVisible();
  await guest.page.goto('/patients/nouveau');
  await expect(guest.page).toHaveURL(/\/reunions\//);
  await expect(guest.page.getByRole('heading', { name: 'RCP Digestif' })).toBeVisible();
  await expect(guest.page.getByRole('navigation', { name: 'Navigation principale' })).toHaveCount(0);
  await expect(guest.page.getByRole('link', { name: 'Nouveau patient' })).toHaveCount(0);
  await expect(guest.page.getByText('Invité · Cardiologue').first()).toBeVisible();
  await shoot(guest.page, 'meeting-empty');
  await expect(guest.page.getByText(/^3 .*réservés/)).toBeVisible();
  await expect(guest.page.getByRole('button', { name: 'Présenter un dossier' })).toHaveCount(0);
  await guest.page.getByRole('button', { name: /MOREL Jeanne/ }).click();
  await expect(guest.page.getByText('Compte-rendu réservé')).toBeVisible();
  await expect(guest.page.getByRole('heading', { name: 'Fiche' })).toBeVisible();
  await guest.expectAccessible();
  await shoot(guest.page, 'meeting-desktop');
  await guest.page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(guest.page);
  await shoot(guest.page, 'meeting-390');

  await expect(row).toContainText('est venu', { timeout: 40_000 });
  await secretary.expectAccessible();
  await shoot(page, 'details-desktop');
  await row.getByRole('button', { name: /Actions pour/ }).click();
  await page.getByRole('menuitem', { name: 'Retirer l’invitation' }).click();
  const question = page.getByRole('alertdialog');
  await secretary.expectAccessible();
  await question.getByRole('button', { name: 'Retirer' }).click();
  await expect(row).toContainText('retiré');
  await expect(guest.page.getByRole('heading', { name: 'Votre accès à la réunion a pris fin' })).toBeVisible();
  await guest.expectAccessible();
  await shoot(guest.page, 'put-out-390');
  await guest.page.goto(link);
  await expect(guest.page.getByText('Ce lien ne fonctionne plus')).toBeVisible();
  await guest.expectAccessible();
  await shoot(guest.page, 'ended-390');
});

// GST-3
test('a professional who is signed in chooses; a guest leaves and comes back by the link', async ({ person }) => {
  const secretary = await person('secretary', { viewport: { width: 1440, height: 1000 } });
  await openDetails(secretary);
  await invite(secretary, 'Marceau', 'ines.marceau@exemple.invalid');
  const link = await linkTo(secretary, 'ines.marceau@exemple.invalid');

  const outsider = await person('outsider');
  await outsider.page.goto(link);
  await expect(outsider.page.getByText('Vous êtes connecté avec le compte de Dr Paul Kerbrat')).toBeVisible();
  await outsider.expectAccessible();
  await shoot(outsider.page, 'link-signed-in');
  await outsider.page.getByRole('button', { name: 'Rejoindre comme invité' }).click();
  await expect(outsider.page.getByText('Mme Ines Marceau').first()).toBeVisible();
  await outsider.page.goto('/test-de-connexion');
  await outsider.page.getByRole('link', { name: 'Retour à la réunion' }).click();
  await expect(outsider.page.getByRole('heading', { name: 'RCP Digestif' })).toBeVisible();
  await outsider.page.getByRole('button', { name: 'Quitter' }).first().click();
  await expect(outsider.page.getByRole('heading', { name: 'Vous avez quitté la réunion' })).toBeVisible();
  await outsider.page.goto(link);
  await outsider.page.getByRole('button', { name: 'Rejoindre la réunion' }).click();
  await expect(outsider.page.getByRole('heading', { name: 'RCP Digestif' })).toBeVisible();
});

// OO-26, SC-82
test('the secretary sees everybody’s connection test', async ({ person }) => {
  const expert = await person('expert');
  const works = { browser: true, network: true, live: true, storage: true, microphone: true, camera: true, delay: 30 };
  await expert.context.request.post('/api/connection-test', {
    data: { ...works, media: 'tcp', download: 12_000, upload: 3_400 },
  });
  const presenter = await person('presenter');
  await presenter.context.request.post('/api/connection-test', { data: { ...works, microphone: false } });
  const secretary = await person('secretary', { viewport: { width: 1440, height: 1000 } });
  await openDetails(secretary);
  const tests = secretary.page.getByRole('region', { name: 'Tests de connexion' }).first();
  await expect(tests).toContainText('1 sur');
  await expect(tests.getByRole('listitem').filter({ hasText: 'Ferrand' })).toContainText('la voix passe par TCP');
  await expect(tests.getByRole('listitem').filter({ hasText: 'Durand' })).toContainText('à revoir');
  await secretary.expectAccessible();
  await secretary.page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(secretary.page);
});
